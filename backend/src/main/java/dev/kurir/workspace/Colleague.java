package dev.kurir.workspace;

import java.time.Duration;
import java.time.Instant;

/**
 * Somebody of the same workspace.
 *
 * @param isOnline a screen of theirs is open
 */
public record Colleague(User user, boolean isOnline) {
    // Three heartbeats: one that comes late makes nobody blink.
    private static final Duration LASTS = Duration.ofSeconds(45);

    /** Whoever was online after that is online. */
    public static Instant onlineSince(Instant now) {
        return now.minus(LASTS);
    }
}
