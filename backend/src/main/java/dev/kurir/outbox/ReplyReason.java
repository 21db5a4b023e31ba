package dev.kurir.outbox;

import java.util.Locale;

/** The class of a reply, and whom it concerns: that decides what is done (reference: RFC 3463, RFC 5321 §4.2). */
public enum ReplyReason {
    NONE(Scope.MESSAGE),
    /** The login was refused: the worker stops. */
    AUTH_FAILED(Scope.ACCOUNT),
    /** Too many logins for now. */
    AUTH_BUSY(Scope.ACCOUNT),
    /** Too fast for this account. */
    THROTTLED(Scope.ACCOUNT),
    /** The account has used up what it may send. */
    QUOTA(Scope.ACCOUNT),
    /** No connection, or it broke before anything could have arrived. */
    CONNECTION(Scope.ACCOUNT),
    /** There is no such mailbox. */
    HARD_BOUNCE(Scope.RECIPIENT),
    MAILBOX_FULL(Scope.RECIPIENT),
    /** Come back later: greylisting and the like. */
    SOFT(Scope.RECIPIENT),
    /** Refused for what it is or where it comes from. */
    POLICY(Scope.CAMPAIGN),
    /** The message itself cannot be taken: size, content. It has failed until its content is mended. */
    CONTENT(Scope.MESSAGE),
    /** The server did not understand us: our fault, and an alert. */
    PROTOCOL(Scope.MESSAGE),
    UNKNOWN(Scope.RECIPIENT);

    /** Whom a reply concerns. */
    public enum Scope {
        ACCOUNT,
        CAMPAIGN,
        RECIPIENT,
        MESSAGE
    }

    private final Scope scope;

    ReplyReason(Scope scope) {
        this.scope = scope;
    }

    public Scope scope() {
        return scope;
    }

    /** Whether a 5xx is the last word: a full mailbox is emptied one day, whatever its server says. */
    public boolean isFinal() {
        return this != MAILBOX_FULL;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
