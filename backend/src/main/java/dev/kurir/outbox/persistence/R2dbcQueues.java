package dev.kurir.outbox.persistence;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.outbox.AccountLoad;
import dev.kurir.outbox.Queues;
import dev.kurir.outbox.StateCounts;
import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcQueues implements Queues {
    private static final String SUMS = """
            coalesce(sum(n_queued), 0)::bigint, coalesce(sum(n_sending), 0)::bigint, coalesce(sum(n_deferred), 0)::bigint,
            coalesce(sum(n_accepted), 0)::bigint, coalesce(sum(n_rejected), 0)::bigint, coalesce(sum(n_uncertain), 0)::bigint,
            coalesce(sum(n_suppressed), 0)::bigint, coalesce(sum(n_cancelled), 0)::bigint, coalesce(sum(n_expired), 0)::bigint,
            coalesce(sum(n_failed), 0)::bigint
            """;

    private final DatabaseClient database;

    R2dbcQueues(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> register(WorkspaceId workspaceId, CampaignId campaignId, AccountId accountId) {
        return database.sql("""
                        with q as (
                            insert into queue (workspace_id, campaign_id, account_id) values (:workspace, :campaign, :account)
                            on conflict do nothing)
                        insert into dispatch (workspace_id, campaign_id, state) values (:workspace, :campaign, 'HELD') on conflict do nothing
                        """)
                .bind("workspace", workspaceId.value())
                .bind("campaign", campaignId.value())
                .bind("account", accountId.value())
                .then();
    }

    @Override
    public Mono<Void> dispatch(CampaignId campaignId, Dispatch state) {
        return database.sql(
                        "update dispatch set state = :state, refused = case :state when 'OPEN' then null else refused end"
                                + " where campaign_id = :campaign")
                .bind("state", state.name())
                .bind("campaign", campaignId.value())
                .then();
    }

    @Override
    public Mono<Map<CampaignId, Map<AccountId, StateCounts>>> counts(
            WorkspaceId workspaceId, Collection<CampaignId> campaigns) {
        return database.sql("select " + SUMS + ", campaign_id, account_id from queue where workspace_id = :workspace"
                        + " and campaign_id = any(:campaigns) group by campaign_id, account_id")
                .bind("workspace", workspaceId.value())
                .bind("campaigns", campaigns.stream().map(CampaignId::value).toArray(Long[]::new))
                .map(row -> new Queue(new CampaignId(number(row, 10)), new AccountId(number(row, 11)), counts(row)))
                .all()
                .collect(Collectors.groupingBy(Queue::campaign, Collectors.toMap(Queue::account, Queue::counts)));
    }

    @Override
    public Mono<List<AccountId>> accounts(CampaignId campaignId) {
        return database.sql("select account_id from queue where campaign_id = :campaign")
                .bind("campaign", campaignId.value())
                .map(row -> new AccountId(number(row, 0)))
                .all()
                .collectList();
    }

    @Override
    public Mono<StateCounts> total(
            WorkspaceId workspaceId, @Nullable AccountId account, @Nullable CampaignId campaign) {
        return database.sql("select " + SUMS + " from queue where workspace_id = :workspace"
                        + (account == null ? "" : " and account_id = " + account.value())
                        + (campaign == null ? "" : " and campaign_id = " + campaign.value()))
                .bind("workspace", workspaceId.value())
                .map(R2dbcQueues::counts)
                .one();
    }

    @Override
    public Mono<Map<AccountId, AccountLoad>> loads(WorkspaceId workspaceId) {
        return database.sql("""
                        select account_id, sum(n_queued + n_deferred)::bigint, sum(n_sending)::bigint
                        from queue where workspace_id = :workspace group by account_id
                        """)
                .bind("workspace", workspaceId.value())
                .map(row -> Map.entry(new AccountId(number(row, 0)), new AccountLoad(number(row, 1), number(row, 2))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    @Override
    public Mono<Long> inFlightOf(AccountId accountId) {
        return inFlight("account_id", accountId.value());
    }

    @Override
    public Mono<Long> inFlightOf(CampaignId campaignId) {
        return inFlight("campaign_id", campaignId.value());
    }

    private Mono<Long> inFlight(String column, long key) {
        return database.sql("select coalesce(sum(n_sending), 0)::bigint from queue where " + column + " = :key")
                .bind("key", key)
                .map(row -> number(row, 0))
                .one();
    }

    private record Queue(CampaignId campaign, AccountId account, StateCounts counts) {}

    private static StateCounts counts(Readable row) {
        List<Long> counts = new ArrayList<>();
        for (int column = 0; column < 10; column++) {
            counts.add(number(row, column));
        }
        return StateCounts.of(counts);
    }

    private static long number(Readable row, int column) {
        return Objects.requireNonNull(row.get(column, Long.class));
    }
}
