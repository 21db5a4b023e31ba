package dev.kurir.outbox.worker;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What arrives singly or returns, read in the order of urgency. The due rows stay until the outcome; nothing is lost by
 * forgetting.
 */
final class DueShelf {
    static final int PREFETCH = 200;

    private final Deque<Picked> buffer = new ArrayDeque<>();
    private @Nullable Instant next;
    private boolean loading;
    private boolean stale;

    /** When the earliest row is due; null when there is none. */
    void announce(@Nullable Instant earliest) {
        next = earliest;
    }

    @Nullable Instant next() {
        return next;
    }

    boolean wantsRows(Instant now) {
        return !loading && buffer.isEmpty() && next != null && !next.isAfter(now);
    }

    /** Something urgent may have come: read again even if there are rows. */
    boolean wantsFresh() {
        return !loading && stale;
    }

    void refresh() {
        stale = true;
    }

    /** There are rows in memory, and others may be more urgent: look again. */
    void refreshIfPressing() {
        stale = stale || (next != null && !buffer.isEmpty());
    }

    void startReading() {
        loading = true;
        stale = false;
    }

    void rows(List<Picked> rows, LongPredicate alreadyPicked) {
        loading = false;
        buffer.clear();
        for (Picked row : rows) {
            if (!alreadyPicked.test(row.id())) {
                buffer.add(row);
            }
        }
        if (buffer.isEmpty()) {
            // the next announcement says when to look again
            next = null;
        }
    }

    void readFailed() {
        loading = false;
    }

    @Nullable Picked take() {
        return buffer.poll();
    }

    /** Whether the head goes before all orders: urgent or direct. */
    boolean isPressing() {
        Picked head = buffer.peek();
        return head != null && isPressing(head);
    }

    int pressing() {
        return (int) buffer.stream().filter(DueShelf::isPressing).count();
    }

    private static boolean isPressing(Picked row) {
        return row.priority() <= 1;
    }

    /** Passes over the first ones as long as they are picked already. */
    void skip(LongPredicate alreadyPicked) {
        while (!buffer.isEmpty() && alreadyPicked.test(buffer.element().id())) {
            buffer.remove();
        }
    }

    @Nullable Picked peek() {
        return buffer.peek();
    }

    int size() {
        return buffer.size();
    }

    boolean hasNext() {
        return !buffer.isEmpty();
    }

    void forget() {
        buffer.clear();
    }
}
