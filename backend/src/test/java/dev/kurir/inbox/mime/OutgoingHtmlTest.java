package dev.kurir.inbox.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutgoingHtmlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Halo</p><script>alert(1)</script>",
                "<p onclick=alert(1)>Halo</p>",
                "<p>Halo<img src=x onerror=alert(1)></p>",
                "<p><a href=\"javascript:alert(1)\">Halo</a></p>",
                "<p><a href=\"java\nscript:alert(1)\">Halo</a></p>",
                "<p><a href=\"  JaVaScRiPt&colon;alert(1)\">Halo</a></p>",
                "<p><a href=\"vbscript:evil.test\">Halo</a></p>",
                "<p><a href=\"data:text/html,evil.test\">Halo</a></p>",
                "<p><a href=\"//evil.test/x\">Halo</a></p>",
                "<p><a href=\"/evil.test\">Halo</a></p>",
                "<p style=\"background:url(https://evil.test/x);position:fixed\">Halo</p>",
                "<style>p{background:url(https://evil.test/x)}</style><p>Halo</p>",
                "<p>Halo<img src=\"https://evil.test/open.gif\" width=1 height=1></p>",
                "<p>Halo</p><link rel=stylesheet href=https://evil.test/x>",
                "<p>Halo</p><iframe src=https://evil.test></iframe>",
                "<form action=https://evil.test><p>Halo</p><input></form>",
                "<svg onload=alert(1)></svg><p>Halo</p>",
                "<p class=evil.test id=evil.test data-x=evil.test>Halo</p>",
                "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math><p>Halo</p>"
            })
    void nothingLeavesThatRunsOrFetchesOrLooksLikeSomethingElse(String written) {
        OutgoingHtml left = OutgoingHtml.of(written);

        assertThat(left.text()).isEqualTo("Halo");
        assertThat(left.html().toLowerCase(Locale.ROOT))
                .contains("halo")
                .doesNotContain("script", "alert", "evil.test", "style", "src", "href", "class", "<img", "<form");
    }

    @Test
    void whatTheEditorMakesLeavesAsItIs() {
        String written = "<p><strong>A</strong> <em>b</em> <u>c</u> <s>d</s></p><ul><li><p>e</p></li></ul>"
                + "<ol start=\"3\"><li><p>f</p></li></ol><blockquote><p>g</p></blockquote>"
                + "<p><a href=\"https://toko.test/a?b=1&amp;c=2\">h</a></p>";

        assertThat(OutgoingHtml.of(written).html()).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>Ya</p><p>Ada</p>|Ya\\n\\nAda",
                "<p>Ya<br>Ada<br></p><p></p><p>Sip</p>|Ya\\nAda\\n\\nSip",
                "<p>Ya</p><p><br></p><p>Ada</p>|Ya\\n\\n\\nAda",
                "<ul><li><p>satu</p></li><li><p>dua</p><p>lagi</p></li></ul><p>x</p>|- satu\\n- dua\\n  lagi\\n\\nx",
                "<ol start=9><li>a</li><li>b<ul><li>c</li></ul></li></ol>|9. a\\n10. b\\n    - c",
                "<ol><li><blockquote>a</blockquote></li></ol>|1. > a",
                "<p>Kata:</p><blockquote><p>a<br>b</p><p>c</p></blockquote><p>d</p>|Kata:\\n\\n> a\\n> b\\n>\\n> c\\n\\nd",
                "<p>di <a href=https://a.test/x>sini</a>, <a href=https://a.test>https://a.test</a></p>|di sini (https://a.test/x), https://a.test",
                "<p><a href=mailto:a@b.test>a@b.test</a> <a href=mailto:a@b.test>Ani</a></p>|a@b.test Ani (a@b.test)",
                "<p>a</p><hr><p>b</p>|a\\n\\n---\\n\\nb",
                "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>|a b\\nc",
                "<pre>a  b\\n c</pre>|a  b\\n c",
                "<p>a &lt;b&gt; &amp; {{nama}}</p>|a <b> & {{nama}}"
            })
    void itsWordsStandAsAPersonWouldTypeThem(String written, String words) {
        assertThat(OutgoingHtml.of(written.replace("\\n", "\n")).text()).isEqualTo(words.replace("\\n", "\n"));
    }

    @Test
    void anEmptyLineKeepsItsHeightInTheMail() {
        assertThat(OutgoingHtml.of("<p>a</p><p></p><p>b</p>").html()).isEqualTo("<p>a</p><p><br></p><p>b</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "  ", "<p></p>", "<p><br></p>", "<script>a</script>", "<img src=https://a.test/b.png>", "\0"
            })
    void whereNoWordsAreLeftThereIsNothing(String written) {
        assertThat(OutgoingHtml.of(written)).isEqualTo(OutgoingHtml.NONE);
    }

    @Test
    void whatIsNotClosedIsClosedAndNoNulIsLeft() {
        OutgoingHtml left = OutgoingHtml.of("<p>a <strong>b\0 <em>c<ul><li>d");

        assertThat(left.html()).doesNotContain("\0").contains("</strong>").contains("</ul>");
        assertThat(left.text()).startsWith("a b c").endsWith("- d").doesNotContain("\0");
    }

    @Test
    void aMegabyteOfAnythingTakesNoLongTime() {
        for (String piece :
                new String[] {"<p>kata</p>", "<blockquote>", "<ul><li>", "<br>x", "<a href=https://a.test>", "&", "<"
                }) {
            String much = piece.repeat(1_000_000 / piece.length());
            assertTimeoutPreemptively(
                    Duration.ofSeconds(60), () -> assertThatNoException().isThrownBy(() -> OutgoingHtml.of(much)));
        }
    }
}
