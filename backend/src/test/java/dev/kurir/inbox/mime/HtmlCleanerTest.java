package dev.kurir.inbox.mime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlCleanerTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>a",
                "<img src=x onerror=alert(1)>a",
                "<a href=\"javascript:alert(1)\">a</a>",
                "<a href=\"jav&#x09;ascript:alert(1)\">a</a>",
                "<a href=\"data:text/html,<script>alert(1)</script>\">a</a>",
                "<svg onload=alert(1)><feImage href=\"https://evil.test/x\"></svg>a",
                "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>a",
                "<div style=\"position:fixed;top:0;background:url(https://evil.test/x)\">a</div>",
                "<style>@import 'https://evil.test/x'</style>a",
                "<link rel=stylesheet href=https://evil.test/x>a",
                "<iframe src=https://evil.test></iframe>a",
                "<form action=https://evil.test><input name=password><button>go</button></form>a",
                "<base href=https://evil.test/>a",
                "<meta http-equiv=refresh content='0;url=https://evil.test'>a",
                "<body background=https://evil.test/x>a</body>",
                "<table background=https://evil.test/x><tr><td>a</td></tr></table>",
                "<img src=\"data:image/svg+xml;base64,PHN2Zz4=\">a",
                "<video src=https://evil.test/x poster=https://evil.test/y></video>a",
                "<a href=\"x\" style=\"behavior:url(#default#time2)\" onbegin=alert(1)>a</a>",
                "<img srcset=\"https://evil.test/x 2x\">a"
            })
    void nothingRunsAndNothingIsFetched(String html) {
        String clean = HtmlCleaner.clean(html).html();

        assertThat(clean).contains("a");
        assertThat(clean.toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("script")
                .doesNotContain("alert")
                .doesNotContain("evil.test")
                .doesNotContain("onerror")
                .doesNotContain("position")
                .doesNotContain("url(")
                .doesNotContain("<form")
                .doesNotContain("svg")
                .doesNotContain("src=");
    }

    @Test
    void picturesWaitToBeAskedFor() {
        CleanHtml clean = HtmlCleaner.clean(
                "<img src=\"https://shop.test/a.png\" alt=\"A\"><img src=\"cid:logo\"><img src=\"data:image/png;base64,iVBORw0KGgo=\">");

        assertThat(clean.remoteImages()).containsExactly("https://shop.test/a.png");
        assertThat(clean.html())
                .contains("data-remote=\"0\"")
                .contains("data-cid=\"logo\"")
                .contains("src=\"data:image/png;base64,iVBORw0KGgo")
                .doesNotContain("shop.test");
    }

    @Test
    void aLinkThatClaimsToBeAnotherSaysWhereItLeads() {
        assertThat(HtmlCleaner.clean("<a href=\"https://evil.test/login\">https://bank.example</a>")
                        .html())
                .contains("[evil.test]")
                .contains("title=\"https://evil.test/login\"")
                .contains("noopener");
        assertThat(HtmlCleaner.clean("<a href=\"https://www.bank.example/x\">bank.example</a>")
                        .html())
                .doesNotContain("[");
    }

    @Test
    void whatIsQuotedFoldsAway() {
        String html = HtmlCleaner.clean(
                        "<p>Ya</p><div class=\"gmail_quote\">On Sunday<blockquote>Halo</blockquote></div>")
                .html();

        assertThat(html).matches("(?s)<p>Ya</p><details><summary>…</summary><div class=\"gmail_quote\">.*</details>");
        assertThat(HtmlCleaner.clean("<div class=\"gmail_quote\">Halo</div>").html())
                .doesNotContain("details");
    }

    @Test
    void theLooksOfAMailStay() {
        assertThat(HtmlCleaner.clean(
                                "<table width=\"100%\" bgcolor=\"#f4f5f7\"><tr><td style=\"padding:28px;color:#1c2330;font-weight:bold\">a</td></tr></table>")
                        .html())
                .contains("width=\"100%\"")
                .contains("padding:28px")
                .contains("#1c2330");
    }

    @Test
    void whatIsQuotedInAnAnswerIsHarmlessAndOtherwiseAsItCame() {
        String html = HtmlCleaner.quotable(
                "<p>Ya</p><script>alert(1)</script><div class=\"gmail_quote\">"
                        + "<a href=\"https://shop.test/x\">https://bank.example</a><img src=\"https://shop.test/a.png\" alt=\"A\"></div>");

        assertThat(html)
                .isEqualTo(
                        "<p>Ya</p><div class=\"gmail_quote\"><a href=\"https://shop.test/x\">https://bank.example</a>"
                                + "<img src=\"https://shop.test/a.png\" alt=\"A\"></div>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a<img src=\"cid:logo\" alt=\"\">",
                "a<img src=\"https://shop.test/o.gif\" width=\"1\" height=\"1\">",
                "a<img src=\"https://shop.test/o.gif\" style=\"width:1px;height:1px\">",
                "a<img alt=\"\">"
            })
    void picturesThatNobodyWouldSeeAreNotQuoted(String html) {
        assertThat(HtmlCleaner.quotable(html)).isEqualTo("a");
    }
}
