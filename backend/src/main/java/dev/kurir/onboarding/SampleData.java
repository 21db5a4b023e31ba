package dev.kurir.onboarding;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;

/** What there is to try with: an account of the mail world, people on a list, a campaign to them. */
public record SampleData(AccountId account, CampaignId campaign, long contacts) {
    SampleData withContacts(long number) {
        return new SampleData(account, campaign, number);
    }
}
