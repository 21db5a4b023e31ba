package dev.kurir.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A slow start of a new account: {@code start} messages on the first day of sending, {@code factor} times as many on
 * each further one, up to the day's limit.
 *
 * @param since when it was switched on; null where that is still to be stored
 */
public record Ramp(int start, double factor, @Nullable Instant since) {
    /** @param day from 1 */
    public int ceiling(int day, int limit) {
        return (int) Math.min(limit, Math.floor(start * Math.pow(factor, day - 1)));
    }
}
