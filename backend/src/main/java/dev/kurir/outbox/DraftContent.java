package dev.kurir.outbox;

import dev.kurir.kernel.EmailAddress;

/** Content with variables ({@code {{name|fallback}}}), frozen when messages are generated from it. */
public record DraftContent(
        Kind kind, String subject, String preheader, String html, String text, String fromName, EmailAddress from) {

    /** Campaign messages are decorated with the unsubscribe headers; direct and test messages are not. */
    public enum Kind {
        CAMPAIGN,
        DIRECT,
        TEST
    }
}
