package dev.kurir.inbox;

import java.util.Locale;

/** How people stand with a conversation. */
public enum ConversationState {
    OPEN,
    SNOOZED,
    DONE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ConversationState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
