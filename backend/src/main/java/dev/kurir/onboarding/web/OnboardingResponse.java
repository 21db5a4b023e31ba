package dev.kurir.onboarding.web;

import dev.kurir.kernel.CampaignId;
import dev.kurir.onboarding.OnboardingFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

record OnboardingResponse(
        boolean dismissed, boolean sandboxAvailable, boolean sandboxCreated, List<StepResponse> steps) {
    static OnboardingResponse of(OnboardingFacts facts, boolean sandboxAvailable) {
        return new OnboardingResponse(
                facts.dismissed(),
                sandboxAvailable,
                facts.sandbox() != null,
                List.of(
                        new StepResponse("sandbox", facts.sandbox() != null, facts.sample()),
                        new StepResponse("account", facts.hasAccount(), null),
                        new StepResponse("contacts", facts.hasContacts(), null),
                        new StepResponse("campaign", facts.hasCampaign(), null),
                        new StepResponse("send", facts.hasSent(), facts.sample())));
    }

    /** {@code OnboardingStep} of the contract. */
    record StepResponse(String id, boolean done, @Nullable CampaignId campaignId) {}
}
