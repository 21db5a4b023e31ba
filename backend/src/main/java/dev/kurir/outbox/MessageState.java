package dev.kurir.outbox;

import java.util.Locale;

/** Where a message stands. The number is what the database holds. */
public enum MessageState {
    QUEUED(1),
    SENDING(2),
    DEFERRED(3),
    ACCEPTED(4),
    REJECTED(5),
    UNCERTAIN(6),
    SUPPRESSED(7),
    CANCELLED(8),
    EXPIRED(9),
    /** It could not be built, or is at fault itself: nothing is said about its recipient. */
    FAILED(10);

    private final int code;

    MessageState(int code) {
        this.code = code;
    }

    public short code() {
        return (short) code;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static MessageState of(int code) {
        return values()[code - 1];
    }

    public static MessageState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Nothing more will happen to it by itself. */
    public boolean isTerminal() {
        return switch (this) {
            case QUEUED, SENDING, DEFERRED -> false;
            default -> true;
        };
    }
}
