package dev.kurir.outbox.worker;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How many went in the last minute, hour or day. They are counted in grains, and a grain counts whole until its end is
 * that long ago: rather a little too many than one too few.
 */
final class RollingWindow {
    /** A message is counted when it sets out; it arrives a moment later. */
    private static final long ON_ITS_WAY = 1;

    private final long span;
    private final long grain;
    /** Counts by the number of the grain. */
    private final NavigableMap<Long, Integer> grains = new TreeMap<>();

    private int sum;

    RollingWindow(Duration span, Duration grain) {
        this.span = span.toSeconds();
        this.grain = grain.toSeconds();
    }

    void add(Instant at, int count) {
        // the clock may have gone back: then they count longer, not twice
        long index = grains.isEmpty() ? index(at) : Math.max(index(at), grains.lastKey());
        grains.merge(index, count, Integer::sum);
        sum += count;
    }

    /** One more, now. */
    void went(Instant now) {
        used(now);
        add(now, 1);
    }

    /** One that set out then arrives only now: from now on it counts as long as the others, for its server as here. */
    void arrived(Instant setOut, Instant now) {
        used(now);
        long index = index(setOut);
        if (index + ON_ITS_WAY >= index(now)) {
            return;
        }
        if (grains.containsKey(index)) {
            grains.computeIfPresent(index, (_, count) -> count > 1 ? count - 1 : null);
            sum--;
        }
        add(now, 1);
    }

    int used(Instant now) {
        forgetTheFuture(now);
        while (!grains.isEmpty() && !leaves(grains.firstKey()).isAfter(now)) {
            sum -= grains.pollFirstEntry().getValue();
        }
        return sum;
    }

    /** When fewer than this will be counted. */
    Instant freeAt(int limit, Instant now) {
        int left = used(now);
        Instant at = now;
        for (Map.Entry<Long, Integer> each : grains.entrySet()) {
            if (left < limit) {
                break;
            }
            left -= each.getValue();
            at = leaves(each.getKey());
        }
        return at;
    }

    /** A clock that was ahead must not stop the account for as long as it was ahead. */
    private void forgetTheFuture(Instant now) {
        int early = 0;
        while (!grains.isEmpty() && grains.lastKey() > index(now)) {
            early += grains.pollLastEntry().getValue();
        }
        if (early > 0) {
            sum -= early;
            add(now, early);
        }
    }

    private long index(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), grain);
    }

    private Instant leaves(long index) {
        return Instant.ofEpochSecond((index + 1) * grain + span + ON_ITS_WAY);
    }
}
