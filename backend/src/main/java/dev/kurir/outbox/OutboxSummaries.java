package dev.kurir.outbox;

import dev.kurir.account.AccountSummary;
import dev.kurir.account.Accounts;
import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.WorkspaceId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The outbox in figures, for a whole workspace, one account or one campaign. */
@Component
public class OutboxSummaries {
    private final Queues queues;
    private final Accounts accounts;
    private final Estimates estimates;

    OutboxSummaries(Queues queues, Accounts accounts, Estimates estimates) {
        this.queues = queues;
        this.accounts = accounts;
        this.estimates = estimates;
    }

    public Mono<CampaignFigures> of(WorkspaceId workspace, @Nullable AccountId account, @Nullable CampaignId campaign) {
        Mono<StateCounts> counts = queues.total(workspace, account, campaign);
        if (campaign != null) {
            return counts.flatMap(found -> estimates.figures(campaign, found));
        }
        return Mono.zip(counts, sending(workspace, account))
                .flatMap(both -> estimates.figures(both.getT1(), both.getT2()));
    }

    private Mono<List<AccountId>> sending(WorkspaceId workspace, @Nullable AccountId account) {
        if (account != null) {
            return Mono.just(List.of(account));
        }
        return accounts.active(workspace)
                .map(all -> all.stream().map(AccountSummary::id).toList());
    }
}
