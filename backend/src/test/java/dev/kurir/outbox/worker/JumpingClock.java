package dev.kurir.outbox.worker;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of a machine that somebody sets while the program runs. */
@SuppressWarnings("TimeZoneUsage") // a test makes its own time
final class JumpingClock extends Clock {
    private volatile Duration ahead = Duration.ZERO;

    /** @param now how far it is ahead of the right time; negative: behind it */
    void set(Duration now) {
        ahead = now;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
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
