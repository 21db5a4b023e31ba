package dev.kurir.inbox.mime;

import java.util.Locale;

/** What a received mail is. */
public enum MailKind {
    /** A person answers. */
    REPLY,
    /** A program answers: out of office and the like (RFC 3834). */
    AUTO_REPLY,
    /** It could not be delivered (RFC 3464). */
    BOUNCE,
    /** It is delayed; its end is not known. */
    DELAYED,
    /** Somebody called it spam (RFC 5965). */
    COMPLAINT,
    /** The mail that a mail program sends for its "unsubscribe" button (RFC 2369). */
    UNSUBSCRIBE,
    OTHER;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static MailKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
