package dev.kurir.outbox;

import dev.kurir.kernel.EmailAddress;

/** Content, frozen when messages are made from it; with variables ({@code {{name|fallback}}}) unless it is a reply. */
public record DraftContent(
        Kind kind,
        String subject,
        String preheader,
        String html,
        String text,
        String fromName,
        EmailAddress from,
        LetterHead letter) {

    public DraftContent(
            Kind kind, String subject, String preheader, String html, String text, String fromName, EmailAddress from) {
        this(kind, subject, preheader, html, text, fromName, from, LetterHead.NONE);
    }

    public DraftContent with(LetterHead other) {
        return new DraftContent(kind, subject, preheader, html, text, fromName, from, other);
    }

    /** Campaign messages are decorated with the unsubscribe headers; the others are not. */
    public enum Kind {
        CAMPAIGN,
        DIRECT,
        TEST,
        /** What a person wrote in a conversation: sent as it is, nothing in it is a variable. */
        REPLY
    }
}
