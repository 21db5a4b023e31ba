package dev.kurir.onboarding.web;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.onboarding.SampleData;

/** {@code Sandbox} of the contract. */
record SandboxResponse(AccountId accountId, CampaignId campaignId, long contacts) {
    static SandboxResponse of(SampleData made) {
        return new SandboxResponse(made.account(), made.campaign(), made.contacts());
    }
}
