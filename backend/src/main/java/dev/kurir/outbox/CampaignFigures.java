package dev.kurir.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a campaign's messages stand, from the exact counters of its queues.
 *
 * @param sentLastMinute accepted in the last 60 s, as this program saw it
 * @param etaReason why there is no time, or what the time depends on: limit, rate, paused, worker_off, blocked,
 *     no_estimate
 */
public record CampaignFigures(
        StateCounts states,
        long sentLastMinute,
        @Nullable Instant etaAt,
        @Nullable String etaReason) {
    public static final CampaignFigures NONE = new CampaignFigures(StateCounts.NONE, 0, null, null);

    /** Computed, never declared: nothing waits, nothing is under way. */
    public boolean isDone() {
        return states.open() == 0;
    }
}
