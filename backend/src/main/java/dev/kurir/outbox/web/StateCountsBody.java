package dev.kurir.outbox.web;

import dev.kurir.outbox.StateCounts;

/** How many messages are in which state. */
record StateCountsBody(
        long queued,
        long sending,
        long deferred,
        long accepted,
        long rejected,
        long uncertain,
        long suppressed,
        long cancelled,
        long expired,
        long failed) {
    static StateCountsBody of(StateCounts c) {
        return new StateCountsBody(
                c.queued(),
                c.sending(),
                c.deferred(),
                c.accepted(),
                c.rejected(),
                c.uncertain(),
                c.suppressed(),
                c.cancelled(),
                c.expired(),
                c.failed());
    }
}
