package dev.kurir.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreheaderTest {
    @ParameterizedTest
    @ValueSource(strings = {"<p>Hello</p>", "<html><body class=\"x\"><p>Hello</p></body></html>", "<HTML><p>Hello</p>"})
    void theLineIsTheFirstThingInThePageAndHidden(String html) {
        Document page = Jsoup.parse(Preheader.into(html, "News for {{name}} & friends"));

        assertThat(page.body().ownText()).isEmpty();
        assertThat(page.body().child(0).text()).isEqualTo("News for {{name}} & friends");
        assertThat(page.body().child(0).attr("style")).startsWith("display:none");
        assertThat(page.body().child(1).text()).isEqualTo("Hello");
    }

    @Test
    void withoutALineThePageStaysAsItIs() {
        assertThat(Preheader.into("<p>Hello</p>", " ")).isEqualTo("<p>Hello</p>");
    }
}
