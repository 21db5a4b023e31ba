package dev.kurir.outbox.worker;

import java.util.concurrent.atomic.AtomicLong;

/** How many flushes of this node the database has acknowledged. One that knows fewer has gone back in time. */
final class FlushMemory {
    private final AtomicLong acknowledged = new AtomicLong();

    /** @param known what the database says on a new connection; what was committed without an answer is in it */
    void opened(long known) {
        acknowledged.set(known);
    }

    void committed() {
        acknowledged.incrementAndGet();
    }

    long acknowledged() {
        return acknowledged.get();
    }

    boolean isAheadOf(long known) {
        return known < acknowledged.get();
    }
}
