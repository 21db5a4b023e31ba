package dev.kurir.outbox.worker;

/** How many flushes of this node the database has acknowledged. One that knows fewer has gone back in time. */
final class FlushMemory {
    private volatile long acknowledged;

    /** @param known what the database says on a new connection; what was committed without an answer is in it */
    void opened(long known) {
        acknowledged = known;
    }

    /** Called by one thread. */
    @SuppressWarnings("NonAtomicOperationOnVolatileField")
    void committed() {
        acknowledged++;
    }

    long acknowledged() {
        return acknowledged;
    }

    boolean isAheadOf(long known) {
        return known < acknowledged;
    }
}
