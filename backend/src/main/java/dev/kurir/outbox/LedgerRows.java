package dev.kurir.outbox;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import java.util.List;
import reactor.core.publisher.Mono;

/** The stored messages of a campaign, in its order, a page at a time. */
public interface LedgerRows {
    /** Counts the campaign's messages one by one; no counter is asked. */
    Mono<StateCounts> count(CampaignId campaign);

    Mono<List<LedgerRow>> page(CampaignId campaign, AccountId account, long after, int limit);
}
