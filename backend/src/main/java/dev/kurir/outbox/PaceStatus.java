package dev.kurir.outbox;

import dev.kurir.account.LimitSpan;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How fast an account may send at the moment, and how much of its limits is used.
 *
 * @param perMinute the present ceiling of messages a minute: the lowest of gap, limit and learned rate; null: none
 * @param slowed what a server asked for; null: nothing
 */
public record PaceStatus(
        @Nullable Double perMinute,
        List<Use> uses,
        @Nullable Slowed slowed) {
    public static final PaceStatus FREE = new PaceStatus(null, List.of(), null);

    /**
     * A limit and how much of it the last minute, hour or day has used.
     *
     * @param rampDay the day of the slow start that holds the limit down; null: the limit is whole
     */
    public record Use(
            LimitSpan span, int limit, int used, @Nullable Integer rampDay) {}

    /**
     * A server asked us to slow down.
     *
     * @param reason code of what it asked
     * @param detail its own words
     * @param normal messages a minute that it recovers to
     * @param risesAt when it goes a little faster again
     */
    public record Slowed(double perMinute, double normal, String reason, String detail, Instant risesAt) {}
}
