package dev.kurir.inbox.mime;

import java.util.Locale;

/**
 * Somebody pressed "this is spam" (RFC 5965).
 *
 * @param type abuse, fraud, not-spam …
 * @param recipient the address that complains, where it is named
 */
public record FeedbackReport(String type, String recipient) {
    static FeedbackReport parse(byte[] part) {
        HeaderBlock fields = HeaderBlock.parse(part);
        String recipient = fields.first("original-rcpt-to").orElse("").replaceAll("[<>]", "");
        String type = fields.word("feedback-type");
        return new FeedbackReport(
                type.isEmpty() ? "abuse" : type, recipient.strip().toLowerCase(Locale.ROOT));
    }

    /** A correction: what was called spam is none. */
    public boolean isComplaint() {
        return !type.equals("not-spam");
    }
}
