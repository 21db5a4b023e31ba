package dev.kurir.onboarding;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import org.jspecify.annotations.Nullable;

/**
 * How far a workspace has come, from what is really there.
 *
 * @param sandbox the account of the sandbox
 * @param sample the newest sample campaign
 * @param hasAccount whether there is an account of their own
 * @param hasContacts whether there are people of their own
 * @param hasCampaign whether there is a campaign of their own
 * @param hasSent whether a campaign was ever released, the sample included
 */
public record OnboardingFacts(
        boolean dismissed,
        @Nullable AccountId sandbox,
        @Nullable CampaignId sample,
        boolean hasAccount,
        boolean hasContacts,
        boolean hasCampaign,
        boolean hasSent,
        long sampleContacts) {}
