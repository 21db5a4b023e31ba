package dev.kurir.outbox;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.WorkspaceId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The stored queues: what a campaign's messages may do, and their counters. */
public interface Queues {
    /** What the gate looks at. */
    enum Dispatch {
        HELD,
        OPEN,
        CANCELLED
    }

    Mono<Void> register(WorkspaceId workspaceId, CampaignId campaignId, AccountId accountId);

    Mono<Void> dispatch(CampaignId campaignId, Dispatch state);

    /** By campaign and account. */
    Mono<Map<CampaignId, Map<AccountId, StateCounts>>> counts(
            WorkspaceId workspaceId, Collection<CampaignId> campaigns);

    /** Which accounts a campaign sends from. */
    Mono<List<AccountId>> accounts(CampaignId campaignId);

    /** Summed over what is given; null stands for all. */
    Mono<StateCounts> total(WorkspaceId workspaceId, @Nullable AccountId account, @Nullable CampaignId campaign);

    Mono<Map<AccountId, AccountLoad>> loads(WorkspaceId workspaceId);

    Mono<Long> inFlightOf(AccountId accountId);

    Mono<Long> inFlightOf(CampaignId campaignId);
}
