package dev.kurir.inbox;

import java.util.Locale;

/** What an entry of a conversation is. */
public enum EntryKind {
    /** A mail that arrived. */
    RECEIVED,
    /** Sent by Kurir, through the outbox. */
    SENT,
    /** Sent by the account from another mail program. */
    ELSEWHERE,
    /** Among colleagues. */
    NOTE,
    /** What happened: assigned, snoozed, reopened. */
    LINE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static EntryKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
