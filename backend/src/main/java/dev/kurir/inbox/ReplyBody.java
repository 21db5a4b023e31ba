package dev.kurir.inbox;

import dev.kurir.inbox.ConversationViews.ThreadEnd;
import dev.kurir.workspace.Language;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer: what was written, the signature, what is answered or forwarded; in words, and the same as HTML
 * where it was written as such.
 *
 * @param signature plain text; empty: none
 * @param forwarded a mail; null: nothing is forwarded
 * @param original HTML of the mail below, as it may be quoted; empty: its words are quoted
 */
record ReplyBody(
        Reply reply,
        String signature,
        ThreadEnd end,
        @Nullable EntryView forwarded,
        String original,
        Language language) {
    /** What mail programs know a signature by (RFC 3676 §4.3). */
    private static final String DASHES = "-- ";

    String html() {
        if (reply.html().isEmpty()) {
            return "";
        }
        String own = reply.html() + signatureHtml();
        if (forwarded != null) {
            return Forwarding.of(forwarded, language).html(own, original);
        }
        EntryView.MailView quoted = quoted();
        return quoted == null ? own : Quotation.html(own, quoted, original, end.at(), language);
    }

    String text() {
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
        return signature.isEmpty() ? "" : "<br>" + DASHES + "<br>" + Quotation.lines(signature);
    }
}
