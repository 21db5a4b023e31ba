package dev.kurir.outbox;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Every message of a campaign once, however many there are: a page is read when the reader asks for it, and between two
 * pages no connection is held. Each row is true at the moment in which it is read.
 */
@Component
public class Ledger {
    static final int PAGE = 1000;

    private final Queues queues;
    private final LedgerRows rows;

    Ledger(Queues queues, LedgerRows rows) {
        this.queues = queues;
        this.rows = rows;
    }

    public Flux<List<LedgerRow>> of(CampaignId campaign) {
        return queues.accounts(campaign)
                .flatMapIterable(accounts -> accounts.stream()
                        .sorted(Comparator.comparingLong(AccountId::value))
                        .toList())
                .concatMap(account -> pages(campaign, account), 1);
    }

    /** The campaign's messages, counted one by one in the caller's snapshot. */
    public Mono<StateCounts> count(CampaignId campaign) {
        return rows.count(campaign);
    }

    private Flux<List<LedgerRow>> pages(CampaignId campaign, AccountId account) {
        return page(campaign, account, 0)
                .expand(last -> last.size() < PAGE
                        ? Mono.empty()
                        : page(campaign, account, last.getLast().ordinal()));
    }

    /** A reader who goes away cancels no query: a cached one runs to its end. */
    private Mono<List<LedgerRow>> page(CampaignId campaign, AccountId account, long after) {
        return Mono.defer(() -> rows.page(campaign, account, after, PAGE)).cache();
    }
}
