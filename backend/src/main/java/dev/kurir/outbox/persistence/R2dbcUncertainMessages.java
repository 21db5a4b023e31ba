package dev.kurir.outbox.persistence;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.MessageId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.outbox.DeliveryEvidence.Doubt;
import dev.kurir.outbox.MessageState;
import dev.kurir.outbox.Settlement;
import dev.kurir.outbox.UncertainMessages;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcUncertainMessages implements UncertainMessages {
    private static final String DOUBT = """
            select m.id, m.workspace_id, m.account_id, i.address, m.changed_at
            from trouble t join message m on m.id = t.message_id join message_input i on i.message_id = m.id
            where t.state = 6 and m.state = 6
            """;

    private final DatabaseClient database;

    R2dbcUncertainMessages(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<List<MessageId>> of(WorkspaceId workspaceId, CampaignId campaignId) {
        return database.sql("""
                        select message_id from trouble where workspace_id = :workspace and campaign_id = :campaign and state = 6
                        """)
                .bind("workspace", workspaceId.value())
                .bind("campaign", campaignId.value())
                .map(R2dbcUncertainMessages::id)
                .all()
                .collectList();
    }

    @Override
    public Mono<List<Doubt>> olderThan(CampaignId campaignId, Duration age, int limit) {
        return database.sql(DOUBT + """
                        and t.workspace_id = (select workspace_id from dispatch where campaign_id = :campaign)
                        and t.campaign_id = :campaign and m.changed_at <= clock_timestamp() - make_interval(secs => :age)
                        and not exists (select from attempt a where a.message_id = m.id and a.reason = 'reopened')
                        order by m.id limit :limit
                        """)
                .bind("campaign", campaignId.value())
                .bind("age", (double) age.toSeconds())
                .bind("limit", limit)
                .map(R2dbcUncertainMessages::doubt)
                .all()
                .collectList();
    }

    @Override
    public Mono<List<Doubt>> since(Duration age, int limit) {
        return database.sql(DOUBT + """
                        and m.changed_at >= clock_timestamp() - make_interval(secs => :age) order by m.id desc limit :limit
                        """)
                .bind("age", (double) age.toSeconds())
                .bind("limit", limit)
                .map(R2dbcUncertainMessages::doubt)
                .all()
                .collectList();
    }

    @Override
    public Mono<List<MessageId>> settle(
            WorkspaceId workspaceId,
            Collection<MessageId> ids,
            Settlement settlement,
            @Nullable String words,
            @Nullable String actor) {
        Settlement.Basis basis = settlement.basis();
        MessageState state = settlement.state();
        return database.sql(
                        "select id from settle_uncertain(:workspace, :ids, :state, :reason, :basis, :words, :actor, :event, clock_timestamp()) as id")
                .bind("workspace", workspaceId.value())
                .bind("ids", keys(ids))
                .bind("state", (int) state.code())
                .bind("reason", settlement.word())
                .bind("basis", Parameters.in(R2dbcType.VARCHAR, basis == null ? null : basis.word()))
                .bind("words", Parameters.in(R2dbcType.VARCHAR, words))
                .bind("actor", Parameters.in(R2dbcType.VARCHAR, actor))
                .bind("event", settlement.event())
                .map(R2dbcUncertainMessages::id)
                .all()
                .collectList();
    }

    @Override
    public Mono<List<MessageId>> reopen(WorkspaceId workspaceId, Collection<MessageId> ids, String actor) {
        return database.sql(
                        "select id from reopen_uncertain(:workspace, :ids, 'reopened', :actor, 'uncertain_reopened', clock_timestamp()) as id")
                .bind("workspace", workspaceId.value())
                .bind("ids", keys(ids))
                .bind("actor", actor)
                .map(R2dbcUncertainMessages::id)
                .all()
                .collectList();
    }

    private static Long[] keys(Collection<MessageId> ids) {
        return ids.stream().map(MessageId::value).toArray(Long[]::new);
    }

    private static MessageId id(Readable row) {
        return new MessageId(get(row, 0, Long.class));
    }

    private static Doubt doubt(Readable row) {
        return new Doubt(
                new MessageId(get(row, 0, Long.class)),
                new WorkspaceId(get(row, 1, Long.class)),
                new AccountId(get(row, 2, Long.class)),
                get(row, 3, String.class),
                get(row, 4, Instant.class));
    }

    private static <T> T get(Readable row, int column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }
}
