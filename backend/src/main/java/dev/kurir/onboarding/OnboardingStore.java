package dev.kurir.onboarding;

import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.WorkspaceId;
import java.util.List;
import reactor.core.publisher.Mono;

/** The stored first steps. */
public interface OnboardingStore {
    Mono<OnboardingFacts> facts(WorkspaceId workspace);

    Mono<Void> dismiss(WorkspaceId workspace, boolean dismissed);

    /** Nobody else makes or removes sample data of the workspace before the transaction ends. */
    Mono<Void> lock(WorkspaceId workspace);

    Mono<List<CampaignId>> sampleCampaigns(WorkspaceId workspace);
}
