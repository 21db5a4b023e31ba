package dev.kurir.campaign;

import dev.kurir.outbox.StateCounts;

/** What is really there of a campaign, counted row by row. */
record Rows(StateCounts states, Skipped skipped) {
    long people() {
        return states.sum() + skipped.sum();
    }
}
