package dev.kurir.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {
    @Test
    void readsLikeTyped() {
        String html = """
                <html><head><title>No</title><style>p{}</style></head><body>
                <div style="display:none">preheader</div>
                <h1>Hello  {{name|you}}</h1>
                <p>First<br>second <a href="https://x.test/?a=1&amp;b=2">here</a>.</p>
                <ul><li>one</li><li>two</li></ul>
                <p><a href="{{unsubscribe_url}}">Unsubscribe</a></p>
                </body></html>
                """;

        assertThat(PlainText.fromHtml(html)).isEqualTo("""
                Hello {{name|you}}

                First
                second here (https://x.test/?a=1&b=2).

                - one
                - two

                Unsubscribe ({{unsubscribe_url}})""");
    }

    @Test
    void aLinkThatShowsItsAddressIsNotRepeated() {
        assertThat(PlainText.fromHtml(
                        "<a href='mailto:a@x.test'>a@x.test</a> <a href='https://x.test'>https://x.test</a>"))
                .isEqualTo("a@x.test https://x.test");
    }

    @Test
    void aFallbackOfTheHtmlIsPlainInTheText() {
        assertThat(PlainText.fromHtml("<p>{{company|Ben &amp; Jerry}} {{name|<b>}}</p>"))
                .isEqualTo("{{company|Ben & Jerry}} {{name|<b>}}");
    }

    @Test
    void aPageOfPicturesHasNoText() {
        assertThat(PlainText.fromHtml("<img src='x.png'>")).isEmpty();
    }
}
