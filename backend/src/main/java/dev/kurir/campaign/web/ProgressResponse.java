package dev.kurir.campaign.web;

import dev.kurir.campaign.CampaignState;
import dev.kurir.campaign.CampaignView;
import dev.kurir.campaign.Progress;
import dev.kurir.kernel.AccountId;
import dev.kurir.outbox.CampaignFigures;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

record ProgressResponse(
        long audience,
        SkippedResponse skipped,
        CountsResponse states,
        List<AccountProgress> accounts,
        long unproven,
        boolean balanced,
        @Nullable AuditResponse audit,
        long sentLastMinute,
        @Nullable Instant etaAt,
        @Nullable String etaReason) {

    /** {@code AccountProgress} of the contract. */
    record AccountProgress(AccountId accountId, CountsResponse states) {}

    static ProgressResponse of(CampaignView view) {
        Progress progress = view.progress();
        CampaignFigures figures = progress.figures();
        boolean isSending = view.state() == CampaignState.PROCESSING;
        return new ProgressResponse(
                progress.audience(),
                SkippedResponse.of(progress.skipped()),
                CountsResponse.of(figures.states()),
                figures.accounts().entrySet().stream()
                        .map(account -> new AccountProgress(account.getKey(), CountsResponse.of(account.getValue())))
                        .toList(),
                progress.unproven(),
                progress.isBalanced(),
                AuditResponse.of(progress.audit()),
                figures.sentLastMinute(),
                isSending ? figures.etaAt() : null,
                isSending ? figures.etaReason() : heldBecause(view.state()));
    }

    private static @Nullable String heldBecause(CampaignState state) {
        return state == CampaignState.PAUSED ? "paused" : null;
    }
}
