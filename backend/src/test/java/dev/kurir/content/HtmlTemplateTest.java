package dev.kurir.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTemplateTest {
    private static final String HOSTILE = "\"'><script>alert(1)</script>&";

    @Test
    void aValueInTextCannotOpenATag() {
        assertThat(render("<p>{{name}}</p>", HOSTILE))
                .isEqualTo("<p>&quot;&#39;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<img alt=\"{{name}}\">", "<img alt='{{name}}'>", "<title>{{name}}</title>", "<!-- {{name}} -->"
            })
    void aValueCannotLeaveItsPlace(String source) {
        String rendered = render(source, HOSTILE);
        String before = source.substring(0, source.indexOf("{{"));
        String after = source.substring(source.indexOf("}}") + 2);

        assertThat(rendered).startsWith(before).endsWith(after);
        assertThat(rendered.substring(before.length(), rendered.length() - after.length()))
                .doesNotContain("<", ">", "\"", "'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                " JaVaScRiPt:alert(1)",
                "java\tscript:alert(1)",
                "data:text/html,x",
                "vbscript:x",
                "//evil.test",
                "x"
            })
    void anAddressThatCouldRunSomethingLeadsNowhere(String value) {
        assertThat(render("<a href=\"{{name}}\">", value)).isEqualTo("<a href=\"#\">");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://x.test/a?b=c&d=e|https://x.test/a?b=c&amp;d=e",
                "mailto:ada@x.test|mailto:ada@x.test",
                "https://x.test/\"><b>|https://x.test/%22%3E%3Cb%3E",
                "https://x.test/ü é|https://x.test/%C3%BC%20%C3%A9"
            })
    void anAddressStaysAnAddress(String value, String expected) {
        assertThat(render("<a href='{{name}}'>", value)).isEqualTo("<a href='%s'>", expected);
    }

    @Test
    void aPartOfAnAddressIsEncodedAsAPart() {
        assertThat(render("<a href=\"https://x.test/?who={{name}}&amp;x={{name}}\">", "a&b=c/\"é@"))
                .isEqualTo("<a href=\"https://x.test/?who=a%26b%3Dc%2F%22%C3%A9%40&amp;x=a%26b%3Dc%2F%22%C3%A9%40\">");
    }

    @Test
    void aMailtoAddressKeepsItsAtSign() {
        assertThat(render("<a href=\"mailto:{{name}}\">", "ada@x.test?bcc=eve@x.test"))
                .isEqualTo("<a href=\"mailto:ada@x.test%3Fbcc%3Deve@x.test\">");
    }

    @Test
    void theBeginningOfAnAddressCannotBecomeAScheme() {
        assertThat(render("<a href=\"java{{name}}\">", "script:alert(1)"))
                .isEqualTo("<a href=\"javascript%3Aalert%281%29\">");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<style>a{color:{{name}}}</style>",
                "<STYLE>\n {{name}}</style>",
                "<script>var x='{{name}}'</script>",
                "<script></scripty>{{name}}</script>",
                "<p style=\"color:{{name}}\">",
                "<p onclick='{{name}}'>",
                "<iframe srcdoc=\"{{name}}\">",
                "<img srcset=\"{{name}}\">",
                "<a href={{name}}>",
                "<a title=x{{name}}>",
                "<{{name}}>",
                "<p {{name}}>",
                "<p {{name}}='x'>",
                "<a href=\"javascript:x('{{name}}')\">",
                "<a href=\" java\nscript:{{name}}\">",
                "<a href=\"java&#115;cript:{{name}}\">",
                "<!doctype {{name}}>"
            })
    void noValueMayStandWhereItCouldRunOrCannotBeEscaped(String source) {
        assertThat(Template.parse(source, Format.HTML).problems())
                .extracting(TemplateProblem::code)
                .containsOnly("forbidden_place");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>x</script>{{name}}",
                "<style>a>b{}</style><p>{{name}}</p>",
                "<!--[if mso]><td>{{name}}</td><![endif]-->{{name}}",
                "<!--[if !mso]><!--><p title=\"{{name}}\"><!--<![endif]-->",
                "<!-->{{name}}",
                "<p title='a>b' data-x=\"{{name}}\">{{name}}",
                "<br/>{{name}} 3 < 4 {{name}}",
                "<a href=\"{{name}}?x={{name}}&y={{name}}\">",
                "<a href=\"/p?a=b&c={{name}}\">"
            })
    void aValueMayStandWhereItCanBeEscaped(String source) {
        assertThat(Template.parse(source, Format.HTML).problems()).isEmpty();
    }

    @Test
    void theFallbackIsWrittenAsHtmlAndEscapedOnce() {
        assertThat(Template.parse("<p>{{company|Ben &amp; Jerry}} {{phone|a < b}}</p>", Format.HTML)
                        .render(Map.of()))
                .isEqualTo("<p>Ben &amp; Jerry a &lt; b</p>");
    }

    private static String render(String source, String name) {
        return Template.parse(source, Format.HTML).render(Map.of("name", name));
    }
}
