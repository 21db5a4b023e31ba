package dev.kurir.outbox.worker;

import dev.kurir.kernel.CampaignId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The walk along one campaign's order. The order is walked once; a message belongs to the walk until its first intent
 * has ended. The watermark is the lowest ordinal that the walk is not done with.
 */
final class OrderWalk {
    static final int PREFETCH = 500;
    private static final int LOW = 250;
    /** How far the lowest open message may lag behind; then it gets a due row of its own. */
    static final long LAG = 10_000;

    private final CampaignId campaign;
    private final Deque<Picked> buffer = new ArrayDeque<>();
    private final TreeSet<Long> open = new TreeSet<>();
    private long position;
    private long last;
    private long written;
    private boolean loading;
    private boolean held;
    /** Raised when what is being read is no longer wanted. */
    private int epoch;

    OrderWalk(CampaignId campaign, long watermark, long last) {
        this.campaign = campaign;
        this.position = watermark;
        this.written = watermark;
        this.last = last;
    }

    CampaignId campaign() {
        return campaign;
    }

    /** The database says that this campaign may run, up to this ordinal. */
    void allow(long lastOrdinal) {
        last = Math.max(last, lastOrdinal);
        held = false;
    }

    /** Its messages may not leave now: forget what was read ahead. */
    void hold() {
        held = true;
        rewind();
    }

    boolean wantsRows() {
        return !held && !loading && buffer.size() < LOW && position <= last && position - lowest() < 2 * LAG;
    }

    /** @return where to read from, and the epoch to hand back with the rows */
    Read startReading() {
        loading = true;
        return new Read(position, epoch);
    }

    record Read(long from, int epoch) {}

    void rows(Read read, List<Picked> rows, LongPredicate alreadyPicked) {
        loading = false;
        if (read.epoch() != epoch) {
            return;
        }
        for (Picked row : rows) {
            if (!alreadyPicked.test(row.id())) {
                buffer.add(row);
            }
        }
        position = rows.size() < PREFETCH ? last + 1 : rows.getLast().ordinal() + 1;
    }

    void readFailed() {
        loading = false;
    }

    @Nullable Picked take() {
        Picked next = held ? null : buffer.poll();
        if (next != null) {
            open.add(next.ordinal());
        }
        return next;
    }

    @Nullable Picked peek() {
        return held ? null : buffer.peek();
    }

    int size() {
        return held ? 0 : buffer.size();
    }

    boolean hasNext() {
        return !held && !buffer.isEmpty();
    }

    /** Its first intent has ended. */
    void ended(long ordinal) {
        open.remove(ordinal);
    }

    /** It was taken but nothing was decided: read again from there. */
    void giveBack(long ordinal) {
        open.remove(ordinal);
        rewind();
        position = Math.min(position, ordinal);
    }

    /** The lowest message under way, when it lags too far behind. */
    @Nullable Long laggard() {
        return !open.isEmpty() && position - open.first() > LAG ? open.first() : null;
    }

    /** A new watermark worth writing; null when nothing moved enough. */
    @Nullable Long advance() {
        long now = lowest();
        boolean worth = now - written >= PREFETCH || (now > written && open.isEmpty() && buffer.isEmpty());
        if (!worth) {
            return null;
        }
        written = now;
        return now;
    }

    boolean isIdle() {
        return open.isEmpty() && buffer.isEmpty() && !loading;
    }

    boolean isWalked() {
        return isIdle() && position > last;
    }

    private long lowest() {
        long lowest = position;
        if (!buffer.isEmpty()) {
            lowest = Math.min(lowest, buffer.getFirst().ordinal());
        }
        return open.isEmpty() ? lowest : Math.min(lowest, open.first());
    }

    private void rewind() {
        epoch++;
        if (!buffer.isEmpty()) {
            position = Math.min(position, buffer.getFirst().ordinal());
            buffer.clear();
        }
    }
}
