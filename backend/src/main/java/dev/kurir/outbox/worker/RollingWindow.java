package dev.kurir.outbox.worker;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How many went in the last minute, hour or day. They are counted in grains, and a grain counts whole until its end is
 * that long ago: rather a little too many than one too few.
 */
final class RollingWindow {
    /** A message is counted when it sets out; it arrives a moment later. */
    private static final long ON_ITS_WAY = 1;

    private final long span;
    private final long grain;
    private final Deque<Grain> grains = new ArrayDeque<>();
    private int sum;

    RollingWindow(Duration span, Duration grain) {
        this.span = span.toSeconds();
        this.grain = grain.toSeconds();
    }

    void add(Instant at, int count) {
        long index = Math.floorDiv(at.getEpochSecond(), grain);
        Grain last = grains.peekLast();
        // the clock may have gone back: then they count longer, not twice
        if (last != null && last.index() >= index) {
            grains.removeLast();
            grains.add(new Grain(last.index(), last.count() + count));
        } else {
            grains.add(new Grain(index, count));
        }
        sum += count;
    }

    /** One more, now. */
    void went(Instant now) {
        used(now);
        add(now, 1);
    }

    int used(Instant now) {
        forgetTheFuture(now);
        while (!grains.isEmpty() && !leaves(grains.getFirst()).isAfter(now)) {
            sum -= grains.removeFirst().count();
        }
        return sum;
    }

    /** When fewer than this will be counted. */
    Instant freeAt(int limit, Instant now) {
        int left = used(now);
        Instant at = now;
        for (Grain each : grains) {
            if (left < limit) {
                break;
            }
            left -= each.count();
            at = leaves(each);
        }
        return at;
    }

    /** A clock that was ahead must not stop the account for as long as it was ahead. */
    private void forgetTheFuture(Instant now) {
        long present = Math.floorDiv(now.getEpochSecond(), grain);
        int early = 0;
        while (!grains.isEmpty() && grains.getLast().index() > present) {
            early += grains.removeLast().count();
        }
        if (early > 0) {
            sum -= early;
            add(now, early);
        }
    }

    private Instant leaves(Grain each) {
        return Instant.ofEpochSecond((each.index() + 1) * grain + span + ON_ITS_WAY);
    }

    private record Grain(long index, int count) {}
}
