package dev.kurir.outbox.worker;

import dev.kurir.account.Limits;
import dev.kurir.account.SendingWindow;
import dev.kurir.outbox.PaceStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When the account's next message may go: the gap behind the last one, the account's hours, and what its limits leave.
 */
final class Pace {
    private final RandomGenerator random;
    private final Quota quota = new Quota();
    private Limits limits = Limits.NONE;
    private Instant gapFrom = Instant.EPOCH;
    private Instant gapEnds = Instant.EPOCH;
    private SendingWindow.@Nullable Spell spell;

    Pace(RandomGenerator random) {
        this.random = random;
    }

    void limits(Limits now) {
        if (!Objects.equals(now.window(), limits.window())) {
            spell = null;
        }
        limits = now;
        quota.limits(now);
    }

    Quota quota() {
        return quota;
    }

    /** Takes the right to send one message now. */
    boolean take(Instant now) {
        if (gap(now) != null || closed(now) != null || !quota.take(now)) {
            return false;
        }
        long jitter = limits.jitter().toMillis();
        gapFrom = now;
        gapEnds = now.plus(limits.gap()).plusMillis(jitter == 0 ? 0 : random.nextLong(jitter + 1));
        return true;
    }

    /** What we wait for longest; null: nothing, as far as the pace is concerned. */
    @Nullable PaceWait obstacle(Instant now) {
        return longest(longest(gap(now), closed(now)), quota.obstacle(now));
    }

    PaceStatus status(Instant now) {
        Double ceiling = ceiling();
        return ceiling == null && !limits.counts() ? PaceStatus.FREE : new PaceStatus(ceiling, quota.uses(now));
    }

    /** Messages a minute that gap and limit allow. */
    private @Nullable Double ceiling() {
        Duration gap = limits.gap().plus(limits.jitter().dividedBy(2));
        Double byGap = gap.isZero() ? null : 60_000.0 / gap.toMillis();
        Double byLimit = limits.perMinute() == null ? null : limits.perMinute().doubleValue();
        return Stream.of(byGap, byLimit)
                .flatMap(each -> Optional.ofNullable(each).stream())
                .min(Double::compare)
                .orElse(null);
    }

    private @Nullable PaceWait gap(Instant now) {
        if (now.isBefore(gapFrom)) {
            // the clock was ahead
            gapEnds = now.plus(Duration.between(gapFrom, gapEnds));
            gapFrom = now;
        }
        return now.isBefore(gapEnds) ? new PaceWait(PaceWait.Reason.GAP, gapEnds) : null;
    }

    private @Nullable PaceWait closed(Instant now) {
        SendingWindow window = limits.window();
        if (window == null) {
            return null;
        }
        SendingWindow.Spell present = spell;
        if (present == null || !present.covers(now)) {
            present = window.at(now);
            spell = present;
        }
        return present.open() ? null : new PaceWait(PaceWait.Reason.WINDOW, present.until());
    }

    private static @Nullable PaceWait longest(@Nullable PaceWait one, @Nullable PaceWait other) {
        return one == null ? other : other == null ? one : one.longer(other);
    }
}
