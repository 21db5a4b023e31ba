package dev.kurir.campaign;

import dev.kurir.kernel.AccountId;

/** An account of a campaign, with the name people know it by. */
public record CampaignAccount(AccountId id, String name, int weight) {
    Sender sender() {
        return new Sender(id, weight);
    }
}
