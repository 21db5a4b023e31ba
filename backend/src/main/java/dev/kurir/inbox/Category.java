package dev.kurir.inbox;

import java.util.Locale;

/** What a conversation has come to. */
public enum Category {
    INTERESTED,
    QUESTION,
    NOT_NOW,
    OUT_OF_OFFICE,
    UNSUBSCRIBE,
    BOUNCE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Category of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
