package dev.kurir.account;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How fast an account may send: at least {@code gap} plus a random part of {@code jitter} between two messages, and no
 * more than so many a minute.
 */
public record Limits(
        Duration gap, Duration jitter, @Nullable Integer perMinute, int connections) {
    public static final Limits NONE = new Limits(Duration.ZERO, Duration.ZERO, null, 1);
}
