package dev.kurir.outbox;

import dev.kurir.account.LimitSpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How fast an account may send at the moment, and how much of its limits is used.
 *
 * @param perMinute the present ceiling of messages a minute: the lowest of gap, limit and learned rate; null: none
 */
public record PaceStatus(@Nullable Double perMinute, List<Use> uses) {
    public static final PaceStatus FREE = new PaceStatus(null, List.of());

    /**
     * A limit and how much of it the last minute, hour or day has used.
     *
     * @param rampDay the day of the slow start that holds the limit down; null: the limit is whole
     */
    public record Use(
            LimitSpan span, int limit, int used, @Nullable Integer rampDay) {}
}
