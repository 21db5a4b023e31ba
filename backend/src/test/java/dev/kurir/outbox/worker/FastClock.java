package dev.kurir.outbox.worker;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Forty times faster than the wall: what waits for seconds comes back at once. */
@SuppressWarnings("TimeZoneUsage") // a test makes its own time
final class FastClock extends Clock {
    private static final int SPEED = 40;

    private final Instant start = Instant.now();
    private final long nanos = System.nanoTime();

    @Override
    public Instant instant() {
        return start.plus(Duration.ofNanos(System.nanoTime() - nanos).multipliedBy(SPEED));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
