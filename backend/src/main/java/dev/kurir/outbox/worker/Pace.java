package dev.kurir.outbox.worker;

import dev.kurir.account.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * When the account's next message may go. Permits per minute are reserved in blocks before use; the window is the
 * reservations of the last 60 s, the oldest counted whole, so the limit is never exceeded. What is left of a block
 * after a crash counts as used.
 */
final class Pace {
    private static final Duration WINDOW = Duration.ofSeconds(60);

    private final RandomGenerator random;
    private final Deque<Block> blocks = new ArrayDeque<>();
    private Limits limits = Limits.NONE;
    private Instant gapEnds = Instant.EPOCH;
    private int permits;
    private boolean reserving;

    Pace(RandomGenerator random) {
        this.random = random;
    }

    void limits(Limits now) {
        if (now.perMinute() == null) {
            permits = 0;
            blocks.clear();
        }
        limits = now;
    }

    boolean isUnlimited() {
        return limits.gap().isZero() && limits.jitter().isZero() && limits.perMinute() == null;
    }

    /** Takes the right to send one message now. */
    boolean take(Instant now) {
        if (now.isBefore(gapEnds) || (limits.perMinute() != null && permits == 0)) {
            return false;
        }
        if (limits.perMinute() != null) {
            permits--;
        }
        long jitter = limits.jitter().toMillis();
        gapEnds = now.plus(limits.gap()).plusMillis(jitter == 0 ? 0 : random.nextLong(jitter + 1));
        return true;
    }

    /** How many permits to reserve now; 0 when there are some, none are needed, or the window is full. */
    int wantsBlock(Instant now) {
        Integer limit = limits.perMinute();
        if (limit == null || permits > 0 || reserving) {
            return 0;
        }
        return Math.min(Math.max(1, limit / 50), limit - used(now));
    }

    void startReserving() {
        reserving = true;
    }

    void reserved(int count, Instant when) {
        reserving = false;
        permits += count;
        blocks.add(new Block(when, count));
    }

    void reserveFailed() {
        reserving = false;
    }

    /** Reservations of an earlier run, as the database knows them. */
    void recall(int count, Instant when) {
        blocks.add(new Block(when, count));
    }

    /** When the next message may go; null: now, as far as the limits are concerned. */
    @Nullable Instant nextAt(Instant now) {
        Instant at = gapEnds.isAfter(now) ? gapEnds : null;
        Integer limit = limits.perMinute();
        if (limit != null && permits == 0 && used(now) >= limit && !blocks.isEmpty()) {
            Instant free = blocks.getFirst().at().plus(WINDOW);
            return at == null || free.isAfter(at) ? free : at;
        }
        return at;
    }

    /** Whether the minute's limit, not the gap, is what we wait for. */
    boolean isFull(Instant now) {
        return limits.perMinute() != null && permits == 0 && used(now) >= limits.perMinute();
    }

    private int used(Instant now) {
        while (!blocks.isEmpty() && !blocks.getFirst().at().plus(WINDOW).isAfter(now)) {
            blocks.removeFirst();
        }
        return blocks.stream().mapToInt(Block::count).sum();
    }

    private record Block(Instant at, int count) {}
}
