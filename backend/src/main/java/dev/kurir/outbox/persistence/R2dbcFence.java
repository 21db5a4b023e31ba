package dev.kurir.outbox.persistence;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.outbox.FenceReason;
import dev.kurir.outbox.StoredFence;
import java.util.Map;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcFence implements StoredFence {
    private static final String RAISE = """
            with raised as (
                update instance set sending = 'FENCED', fenced_reason = :reason where sending = 'ON' returning 1)
            insert into event (workspace_id, type, level, payload)
            select w.id, 'sending_fenced', 'error', jsonb_build_object('reason', :reason::text) from workspace w, raised
            """;
    private static final String LIFT = """
            update instance set sending = 'ON', fenced_reason = null, alive_at = clock_timestamp(),
                system_id = (select system_identifier::text from pg_control_system()),
                database_oid = (select oid::bigint from pg_database where datname = current_database())
            where sending = 'FENCED'
            """;
    private static final String RELEASED = """
            select a.id,
                   (select coalesce(sum(q.n_queued), 0) from queue q join dispatch d using (campaign_id)
                    where q.account_id = a.id and d.state = 'OPEN')
                   + (select count(*) from due d left join dispatch p using (campaign_id) join message m on m.id = d.message_id
                      where d.account_id = a.id and (d.campaign_id = 0 or p.state = 'OPEN')
                        and (d.campaign_id = 0 or m.state = 3)) as messages
            from account a where a.workspace_id = :workspace and a.deleted_at is null
            """;

    private final DatabaseClient database;

    R2dbcFence(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<String> reason() {
        return database.sql("select coalesce(fenced_reason, 'copied') from instance where sending = 'FENCED'")
                .mapValue(String.class)
                .one();
    }

    @Override
    public Mono<Void> raise(FenceReason reason) {
        return database.sql(RAISE).bind("reason", reason.word()).then();
    }

    @Override
    public Mono<Boolean> lift() {
        return database.sql(LIFT).fetch().rowsUpdated().map(rows -> rows > 0);
    }

    @Override
    public Mono<Map<AccountId, Long>> released(WorkspaceId workspace) {
        return database.sql(RELEASED)
                .bind("workspace", workspace.value())
                .map(row -> Map.entry(
                        new AccountId(Objects.requireNonNull(row.get(0, Long.class))),
                        Objects.requireNonNull(row.get(1, Number.class)).longValue()))
                .all()
                .filter(entry -> entry.getValue() > 0)
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}
