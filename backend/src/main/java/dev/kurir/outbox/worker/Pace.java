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
    private boolean gapIsLearned;
    private SendingWindow.@Nullable Spell spell;
    private @Nullable LearnedRate learned;

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

    /** A server asked for it. */
    void slow(LearnedRate rate) {
        learned = rate;
    }

    @Nullable LearnedRate learned() {
        return learned;
    }

    Quota quota() {
        return quota;
    }

    /** Takes the right to send one message now. */
    boolean take(Instant now, Share share) {
        if (gap(now) != null || closed(now) != null || !quota.take(now, share)) {
            return false;
        }
        long jitter = limits.jitter().toMillis();
        Duration gap = limits.gap().plusMillis(jitter == 0 ? 0 : random.nextLong(jitter + 1));
        Duration asked = learnedGap(now);
        gapIsLearned = asked.compareTo(gap) > 0;
        gapFrom = now;
        gapEnds = now.plus(gapIsLearned ? asked : gap);
        return true;
    }

    /** What we wait for longest; null: nothing, as far as the pace is concerned. */
    @Nullable PaceWait obstacle(Instant now, Share share) {
        return longest(longest(gap(now), closed(now)), quota.obstacle(now, share));
    }

    PaceStatus status(Instant now) {
        Double ceiling = ceiling(now);
        return ceiling == null && !limits.counts()
                ? PaceStatus.FREE
                : new PaceStatus(ceiling, quota.uses(now), slowed(now));
    }

    /** Messages a minute that gap, limit and what was learned allow; null: any number. */
    @Nullable Double ceiling(Instant now) {
        LearnedRate slow = slow(now);
        Double byServer = slow == null ? null : slow.at(now);
        Duration gap = limits.gap().plus(limits.jitter().dividedBy(2));
        Double byGap = gap.isZero() ? null : 60_000.0 / gap.toMillis();
        Double byLimit = limits.perMinute() == null ? null : limits.perMinute().doubleValue();
        return Stream.of(Optional.ofNullable(byGap), Optional.ofNullable(byLimit), Optional.ofNullable(byServer))
                .flatMap(Optional::stream)
                .min(Double::compare)
                .orElse(null);
    }

    /** What was learned, as long as it holds. */
    private @Nullable LearnedRate slow(Instant now) {
        if (learned != null && learned.isOver(now)) {
            learned = null;
        }
        return learned;
    }

    private Duration learnedGap(Instant now) {
        LearnedRate slow = slow(now);
        return slow == null ? Duration.ZERO : slow.gap(now);
    }

    private PaceStatus.@Nullable Slowed slowed(Instant now) {
        LearnedRate slow = slow(now);
        return slow == null
                ? null
                : new PaceStatus.Slowed(
                        slow.at(now), slow.normal(), slow.reason().word(), slow.detail(), slow.nextStep(now));
    }

    private @Nullable PaceWait gap(Instant now) {
        if (now.isBefore(gapFrom)) {
            // the clock was ahead
            gapEnds = now.plus(Duration.between(gapFrom, gapEnds));
            gapFrom = now;
        }
        PaceWait.Reason reason = gapIsLearned ? PaceWait.Reason.LEARNED : PaceWait.Reason.GAP;
        return now.isBefore(gapEnds) ? new PaceWait(reason, gapEnds) : null;
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
