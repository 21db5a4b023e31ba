package dev.kurir.outbox.worker;

import dev.kurir.outbox.ReplyReason;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How fast a server lets us send: half of what we did when it asked us to slow down, and a tenth more every ten minutes
 * until it is as before.
 *
 * @param perMinute messages a minute as it was at {@code at}
 * @param normal what it was before the first time
 */
record LearnedRate(double perMinute, double normal, Instant at, ReplyReason reason, String detail) {
    static final Duration STEP = Duration.ofMinutes(10);
    private static final double GROWTH = 1.1;
    private static final double FLOOR = 1;

    /** @param seen messages a minute that we sent, or were allowed to send, where nothing was learned before */
    static LearnedRate halved(@Nullable LearnedRate last, double seen, ReplyReason reason, String detail, Instant now) {
        LearnedRate known = last == null || last.isOver(now)
                ? new LearnedRate(seen, Math.max(FLOOR, seen), now, reason, detail)
                : last;
        return new LearnedRate(Math.max(FLOOR, known.at(now) / 2), known.normal(), now, reason, detail);
    }

    double at(Instant now) {
        return Math.min(normal, perMinute * Math.pow(GROWTH, (double) steps(now)));
    }

    boolean isOver(Instant now) {
        return at(now) >= normal;
    }

    /** When it rises again. */
    Instant nextStep(Instant now) {
        return at.plus(STEP.multipliedBy(steps(now) + 1));
    }

    /** From one message to the next. */
    Duration gap(Instant now) {
        return Duration.ofNanos(Math.round(60e9 / at(now)));
    }

    private long steps(Instant now) {
        return Math.max(0, Duration.between(at, now).dividedBy(STEP));
    }
}
