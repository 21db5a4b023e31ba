package dev.kurir.campaign.web;

import dev.kurir.outbox.StateCounts;

/** {@code StateCounts} of the contract. */
record CountsResponse(
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
    static CountsResponse of(StateCounts counts) {
        return new CountsResponse(
                counts.queued(),
                counts.sending(),
                counts.deferred(),
                counts.accepted(),
                counts.rejected(),
                counts.uncertain(),
                counts.suppressed(),
                counts.cancelled(),
                counts.expired(),
                counts.failed());
    }
}
