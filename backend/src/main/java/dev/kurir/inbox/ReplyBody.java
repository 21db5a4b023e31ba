package dev.kurir.inbox;

import dev.kurir.inbox.ConversationViews.ThreadEnd;
import dev.kurir.inbox.mime.HtmlCleaner;
import dev.kurir.workspace.Language;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer: what was written, the signature, what is answered or forwarded. Either HTML or text is empty.
 *
 * @param signature plain text; empty: none
 * @param forwarded a mail; null: nothing is forwarded
 */
record ReplyBody(
        Reply reply,
        String signature,
        ThreadEnd end,
        @Nullable EntryView forwarded,
        Language language) {
    /** What mail programs know a signature by (RFC 3676 §4.3). */
    private static final String DASHES = "-- ";

    String html() {
        if (reply.html().isBlank()) {
            return "";
        }
        String own = HtmlCleaner.outgoing(reply.html()) + signatureHtml();
        if (forwarded != null) {
            return Forwarding.of(forwarded, language).html(own);
        }
        EntryView.MailView quoted = quoted();
        return quoted == null ? own : Quotation.html(own, quoted, end.at(), language);
    }

    String text() {
        if (!reply.html().isBlank()) {
            return "";
        }
        String own =
                signature.isEmpty() ? reply.text() : reply.text().stripTrailing() + "\n\n" + DASHES + "\n" + signature;
        if (forwarded != null) {
            return Forwarding.of(forwarded, language).text(own);
        }
        EntryView.MailView quoted = quoted();
        return quoted == null ? own : Quotation.text(own, quoted, end.at(), language);
    }

    private EntryView.@Nullable MailView quoted() {
        return reply.quote() ? end.mail() : null;
    }

    private String signatureHtml() {
        return signature.isEmpty()
                ? ""
                : "<br><br>" + DASHES + "<br><div style=\"white-space:pre-line\">" + Quotation.escape(signature)
                        + "</div>";
    }
}
