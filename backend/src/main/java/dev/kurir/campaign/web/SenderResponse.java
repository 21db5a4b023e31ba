package dev.kurir.campaign.web;

import dev.kurir.campaign.CampaignAccount;
import dev.kurir.kernel.AccountId;

/** {@code CampaignSender} of the contract. */
record SenderResponse(AccountId id, String name, int weight) {
    static SenderResponse of(CampaignAccount account) {
        return new SenderResponse(account.id(), account.name(), account.weight());
    }
}
