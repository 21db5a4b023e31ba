package dev.kurir.account;

import java.time.Duration;
import java.util.Locale;

/** The time over which messages are counted. */
public enum LimitSpan {
    MINUTE(Duration.ofMinutes(1)),
    HOUR(Duration.ofHours(1)),
    DAY(Duration.ofDays(1));

    private final Duration length;

    LimitSpan(Duration length) {
        this.length = length;
    }

    public Duration length() {
        return length;
    }

    /** As it ends the name of a field: perMinute. */
    String title() {
        return name().charAt(0) + word().substring(1);
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
