package dev.kurir.outbox.web;

import dev.kurir.outbox.CampaignFigures;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

record SummaryResponse(
        StateCountsBody states,
        long sentLastMinute,
        @Nullable Instant etaAt,
        @Nullable String etaReason) {
    static SummaryResponse of(CampaignFigures figures) {
        return new SummaryResponse(
                StateCountsBody.of(figures.states()), figures.sentLastMinute(), figures.etaAt(), figures.etaReason());
    }
}
