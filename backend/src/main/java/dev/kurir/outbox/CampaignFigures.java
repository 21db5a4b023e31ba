package dev.kurir.outbox;

import dev.kurir.kernel.AccountId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a campaign's messages stand, from the exact counters of its queues.
 *
 * @param accounts the same states, by the account that sends
 * @param sentLastMinute accepted in the last 60 s, as this program saw it
 * @param etaReason why there is no time, or what the time depends on: limit, rate, paused, worker_off, blocked,
 *     no_estimate
 */
public record CampaignFigures(
        StateCounts states,
        Map<AccountId, StateCounts> accounts,
        long sentLastMinute,
        @Nullable Instant etaAt,
        @Nullable String etaReason) {
    public static final CampaignFigures NONE = new CampaignFigures(StateCounts.NONE, Map.of(), 0, null, null);

    CampaignFigures by(Map<AccountId, StateCounts> counts) {
        return new CampaignFigures(states, Map.copyOf(counts), sentLastMinute, etaAt, etaReason);
    }

    /** Computed, never declared: nothing waits, nothing is under way. */
    public boolean isDone() {
        return states.open() == 0;
    }
}
