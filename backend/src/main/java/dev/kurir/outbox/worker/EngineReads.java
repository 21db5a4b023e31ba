package dev.kurir.outbox.worker;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.outbox.MessageState;
import dev.kurir.outbox.ReplyReason;
import dev.kurir.outbox.SmtpPhase;
import dev.kurir.outbox.SmtpReply;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** What the engine asks the database for. Lists come whole. */
final class EngineReads {
    private static final String STOPPED = "The program stopped while this message was under way.";

    private final DatabaseClient database;
    private final PickedRows rows;
    private final Clock clock;

    EngineReads(DatabaseClient database, PickedRows rows, Clock clock) {
        this.database = database;
        this.rows = rows;
        this.clock = clock;
    }

    /** A queue that may run: its campaign is open and its order is not walked to the end. */
    record OpenQueue(AccountId account, CampaignId campaign, long watermark, long last) {}

    /** Takes our share of what nobody alive owns. */
    Mono<Void> claim(long node, boolean thorough) {
        return database.sql("select count(*) from claim_accounts(:node, :thorough)")
                .bind("node", node)
                .bind("thorough", thorough)
                .then();
    }

    /** Account → the fence under which it is ours; of those that are. */
    Mono<Map<AccountId, Long>> owned(long node, Collection<AccountId> accounts) {
        return database.sql("""
                        select account_id, fence from account_owner where node_id = :node and account_id = any(:accounts)
                        """)
                .bind("node", node)
                .bind("accounts", accounts.stream().map(AccountId::value).toArray(Long[]::new))
                .map(row -> Map.entry(new AccountId(number(row, 0)), number(row, 1)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Ours whose workers should be awake though they may have nothing to send. */
    Mono<Set<AccountId>> stirring(long node, boolean thorough) {
        return database.sql("select account_id from stirring_accounts(:node, :thorough)")
                .bind("node", node)
                .bind("thorough", thorough)
                .map(row -> new AccountId(number(row, 0)))
                .all()
                .collect(Collectors.toSet());
    }

    /** Ours that have something to send and are for the other nodes. */
    Mono<Set<AccountId>> surplus(long node) {
        return database.sql("select account_id from surplus_accounts(:node)")
                .bind("node", node)
                .map(row -> new AccountId(number(row, 0)))
                .all()
                .collect(Collectors.toSet());
    }

    /** Another node may have it; nothing of it is under way here. */
    Mono<Void> release(long node, AccountId account) {
        return database.sql("select release_account(:node, :account)")
                .bind("node", node)
                .bind("account", account.value())
                .then();
    }

    Mono<List<OpenQueue>> runnable(long node) {
        return database.sql("""
                        select q.account_id, q.campaign_id, q.watermark, q.last_ordinal
                        from open_queue q join account_owner o on o.account_id = q.account_id where o.node_id = :node
                        """)
                .bind("node", node)
                .map(row -> new OpenQueue(
                        new AccountId(number(row, 0)), new CampaignId(number(row, 1)), number(row, 2), number(row, 3)))
                .all()
                .collectList();
    }

    /** Account → when its next single or returning message is due. */
    Mono<Map<AccountId, Instant>> due(long node) {
        return database.sql("""
                        select d.account_id, min(d.due_at)
                        from open_due d join account_owner o on o.account_id = d.account_id
                        where o.node_id = :node group by d.account_id
                        """)
                .bind("node", node)
                .map(row -> Map.entry(new AccountId(number(row, 0)), Objects.requireNonNull(row.get(1, Instant.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    Mono<List<Picked>> order(AccountId account, CampaignId campaign, long from, int limit) {
        return rows.order(account, campaign, from, limit);
    }

    Mono<List<Picked>> dueNow(AccountId account, int limit) {
        return rows.due(account, limit);
    }

    /** What an earlier owner had under way: nobody can know, so it is uncertain. */
    Mono<List<Ending>> underWay(AccountId account) {
        Instant now = clock.instant();
        return database.sql("""
                        with single as (
                            select m.id, m.campaign_id, m.attempt, m.first_at from due d join message m on m.id = d.message_id
                            where d.account_id = :account and m.state = 2
                        ), ordered as (
                            select m.id, m.campaign_id, m.attempt, m.first_at from queue q cross join lateral (
                                select o.* from message o
                                where o.account_id = q.account_id and o.campaign_id = q.campaign_id and o.campaign_id > 0
                                  and o.ordinal >= q.watermark and o.state = 2
                                  and not exists (select from due d where d.message_id = o.id)
                                order by o.ordinal
                                -- the counter says when all are found: the rest of the order is not looked at
                                limit q.n_sending - (select count(*) from single s where s.campaign_id = q.campaign_id)) m
                            where q.account_id = :account and q.campaign_id > 0 and q.n_sending > 0
                        )
                        select id, attempt, first_at from single union all select id, attempt, first_at from ordered
                        """)
                .bind("account", account.value())
                .map(row -> Ending.proven(
                        number(row, 0),
                        Objects.requireNonNull(row.get(1, Integer.class)),
                        MessageState.UNCERTAIN,
                        new SmtpReply(SmtpPhase.CONTENT, 0, null, STOPPED),
                        ReplyReason.CONNECTION,
                        row.get(2, Instant.class),
                        now,
                        null))
                .all()
                .collectList();
    }

    /**
     * A message that holds the watermark back gets a due row, so that the order can go on; unless it has just ended.
     */
    Mono<Void> setAside(long message) {
        return database.sql("""
                        insert into due (message_id, workspace_id, account_id, campaign_id, priority, due_at, kind)
                        select id, workspace_id, account_id, campaign_id, 5, clock_timestamp(), 'inflight' from message
                        where id = :id and state in (1, 2, 3) for update
                        on conflict do nothing
                        """).bind("id", message).then();
    }

    private static long number(Readable row, int column) {
        return Objects.requireNonNull(row.get(column, Long.class));
    }
}
