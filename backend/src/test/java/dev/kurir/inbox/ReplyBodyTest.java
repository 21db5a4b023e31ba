package dev.kurir.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.inbox.ConversationViews.ThreadEnd;
import dev.kurir.inbox.EntryView.MailView;
import dev.kurir.inbox.mime.MailKind;
import dev.kurir.inbox.mime.Person;
import dev.kurir.kernel.MailId;
import dev.kurir.workspace.Language;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReplyBodyTest {
    private static final Instant AT = Instant.parse("2026-11-29T10:00:00Z");
    private static final String SIGNATURE = "Toko <Sari>\nDenpasar";

    @Test
    void theSignatureStandsBetweenTheAnswerAndWhatIsQuoted() {
        assertThat(body("", "Ya, ada.\n", true, SIGNATURE).text()).isEqualTo("""
                        Ya, ada.

                        --\s
                        Toko <Sari>
                        Denpasar

                        On 29 November 2026 10:00 UTC, Ani <ani@elsewhere.test> wrote:
                        > Ada yang biru?
                        """);
    }

    @Test
    void inHtmlItIsTextAndNoMarkup() {
        assertThat(body("<p>Ya</p>", "", false, SIGNATURE).html())
                .isEqualTo("<p>Ya</p><br>-- <br>Toko &lt;Sari&gt;<br>\nDenpasar");
    }

    @Test
    void whatIsFormattedIsSentInWordsTooAndTheyAreItsOwn() {
        ReplyBody body = body("<p><b>Ya</b></p>", "Tidak", true, SIGNATURE);

        assertThat(body.text()).startsWith("Ya\n\n-- \nToko <Sari>\n").endsWith("> Ada yang biru?\n");
        assertThat(body.html())
                .startsWith("<p><b>Ya</b></p><br>-- ")
                .contains("Ani &lt;ani@elsewhere.test&gt; wrote:")
                .endsWith("Ada yang biru?</blockquote></div>");
    }

    @Test
    void withoutOneTheAnswerIsAsItWasWritten() {
        assertThat(body("", "Ya, ada.\n", false, "").text()).isEqualTo("Ya, ada.\n");
        assertThat(body("", "Ya, ada.\n", false, "").html()).isEmpty();
    }

    private static ReplyBody body(String html, String text, boolean quote, String signature) {
        Reply reply = new Reply(
                List.of(),
                List.of(),
                List.of(),
                "Re: Biru",
                html,
                text,
                quote,
                null,
                true,
                List.of(),
                null,
                0,
                false,
                null);
        return new ReplyBody(reply, signature, new ThreadEnd(null, List.of(), asked(), AT), null, "", Language.ENGLISH);
    }

    private static @Nullable MailView asked() {
        return new MailView(
                new MailId(1),
                MailKind.REPLY,
                new Person("Ani", "ani@elsewhere.test"),
                List.of(),
                List.of(),
                List.of(),
                "Biru",
                "Ada yang biru?",
                "",
                "",
                0,
                List.of(),
                null);
    }
}
