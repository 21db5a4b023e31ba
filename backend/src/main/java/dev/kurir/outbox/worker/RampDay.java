package dev.kurir.outbox.worker;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a slow start has come. A day of it is a day of sending: it begins with the first message after the one before
 * has ended, so an idle account does not get faster.
 *
 * @param number from 1
 */
record RampDay(int number, Instant since) {
    private static final Duration DAY = Duration.ofDays(1);

    /** The day that a message sent now belongs to. */
    static RampDay of(@Nullable RampDay last, @Nullable Instant rampSince, Instant now) {
        if (last == null || (rampSince != null && last.since().isBefore(rampSince))) {
            return new RampDay(1, now);
        }
        return now.isBefore(last.ends()) ? last : new RampDay(last.number() + 1, now);
    }

    Instant ends() {
        return since.plus(DAY);
    }
}
