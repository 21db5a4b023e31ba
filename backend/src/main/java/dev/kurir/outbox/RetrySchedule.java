package dev.kurir.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * When a deferred message comes back, and when it is given up. Each wait is spread by ±20 %, so that many do not return
 * at once.
 */
public record RetrySchedule(List<Duration> waits, Duration giveUpAfter) {
    private static final List<Duration> LONGER_AND_LONGER = List.of(
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4),
            Duration.ofHours(8),
            Duration.ofHours(12));

    public static final RetrySchedule CAMPAIGN = new RetrySchedule(LONGER_AND_LONGER, Duration.ofDays(3));

    /** Of what somebody waits for: a person writes again, or another way, when it has not arrived after a day. */
    public static final RetrySchedule DIRECT = new RetrySchedule(LONGER_AND_LONGER, Duration.ofDays(1));

    /** Of the sandbox: seconds, so that a newcomer sees the end. */
    public static final RetrySchedule QUICK = new RetrySchedule(
            List.of(Duration.ofSeconds(4), Duration.ofSeconds(8), Duration.ofSeconds(15), Duration.ofSeconds(30)),
            Duration.ofMinutes(10));

    public RetrySchedule {
        waits = List.copyOf(waits);
    }

    /** @param deferrals how often it was put off before, from 0 */
    public Duration waitAfter(int deferrals, RandomGenerator random) {
        Duration base = waits.get(Math.min(deferrals, waits.size() - 1));
        return base.plusMillis(Math.round(base.toMillis() * (random.nextDouble() * 0.4 - 0.2)));
    }

    public boolean isExhausted(Instant firstAttempt, Instant now) {
        return !now.isBefore(firstAttempt.plus(giveUpAfter));
    }
}
