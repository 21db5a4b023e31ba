package dev.kurir.outbox.persistence;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.EmailAddress;
import dev.kurir.kernel.MessageId;
import dev.kurir.kernel.Slice;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.outbox.AttemptView;
import dev.kurir.outbox.MessageFilter;
import dev.kurir.outbox.MessageInputs;
import dev.kurir.outbox.MessageState;
import dev.kurir.outbox.MessageView;
import dev.kurir.outbox.MessageViews;
import dev.kurir.outbox.Settlement;
import dev.kurir.outbox.SmtpPhase;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class R2dbcMessageViews implements MessageViews {
    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};
    private static final String COLUMNS = """
            m.id, i.address, i.name, d.subject, m.account_id, a.name as account_name, m.campaign_id, c.name as campaign_name, m.urgent,
            case when m.state in (1, 3) and p.state = 'CANCELLED' then 8 else m.state end as state, m.attempt, u.due_at, m.reply_code,
            m.created_at, m.changed_at, m.ordinal, coalesce(m.first_at, m.created_at) as date, i.draft_id, i.data::text as data,
            r.basis
            """;
    private static final String JOINS = """
             join message_input i on i.message_id = m.id join draft d on d.id = i.draft_id join account a on a.id = m.account_id
            left join due u on u.message_id = m.id left join dispatch p on p.campaign_id = m.campaign_id
            left join campaign c on c.id = m.campaign_id left join trouble r on r.message_id = m.id
            """;

    private final DatabaseClient database;
    private final JsonMapper json;

    R2dbcMessageViews(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public Mono<Slice<MessageView>> list(WorkspaceId workspace, MessageFilter filter, @Nullable Long after, int limit) {
        boolean byOrder = MessageQuery.isByOrder(filter);
        return new MessageQuery(workspace, filter, after)
                .on(database, COLUMNS, JOINS, limit + 1)
                .map(row -> view(row, workspace))
                .all()
                .collectList()
                .map(rows -> Slice.of(
                        rows,
                        limit,
                        last -> Long.toString(
                                byOrder ? last.ordinal() : last.id().value())));
    }

    @Override
    public Mono<MessageView> find(WorkspaceId workspace, MessageId id) {
        return find(workspace, List.of(id))
                .flatMap(found -> Mono.justOrEmpty(found.stream().findFirst()));
    }

    @Override
    public Mono<List<MessageView>> find(WorkspaceId workspace, Collection<MessageId> ids) {
        return database.sql("select " + COLUMNS + " from message m" + JOINS
                        + " where m.workspace_id = :workspace and m.id = any(:ids) order by m.id")
                .bind("workspace", workspace.value())
                .bind("ids", ids.stream().map(MessageId::value).toArray(Long[]::new))
                .map(row -> view(row, workspace))
                .all()
                .collectList();
    }

    @Override
    public Mono<List<AttemptView>> attempts(WorkspaceId workspace, MessageId id) {
        return database.sql("""
                        select attempt, outcome, reason, phase, code, enhanced, reply, started_at, ended_at, next_at, decided_by
                        from attempt where workspace_id = :workspace and message_id = :id order by seq desc
                        """)
                .bind("workspace", workspace.value())
                .bind("id", id.value())
                .map(R2dbcMessageViews::attempt)
                .all()
                .collectList();
    }

    @Override
    public Mono<Frozen> frozen(WorkspaceId workspace, MessageId id) {
        return database.sql("""
                        select m.id, m.campaign_id, coalesce(m.first_at, m.created_at) as date, i.draft_id, i.address, i.name, i.data::text as data
                        from message m join message_input i on i.message_id = m.id where m.workspace_id = :workspace and m.id = :id
                        """)
                .bind("workspace", workspace.value())
                .bind("id", id.value())
                .map(row -> frozen(row, workspace))
                .one();
    }

    private Frozen frozen(Readable row, WorkspaceId workspace) {
        return new Frozen(
                get(row, "draft_id", Long.class),
                new MessageInputs(
                        new MessageId(get(row, "id", Long.class)),
                        workspace,
                        new CampaignId(get(row, "campaign_id", Long.class)),
                        new EmailAddress(get(row, "address", String.class)),
                        get(row, "name", String.class),
                        json.readValue(get(row, "data", String.class), VALUES),
                        get(row, "date", Instant.class)));
    }

    private MessageView view(Readable row, WorkspaceId workspace) {
        MessageState state = MessageState.of(get(row, "state", Integer.class));
        long campaign = get(row, "campaign_id", Long.class);
        Instant changed = get(row, "changed_at", Instant.class);
        String basis = row.get("basis", String.class);
        return new MessageView(
                new MessageId(get(row, "id", Long.class)),
                get(row, "address", String.class),
                get(row, "name", String.class),
                get(row, "subject", String.class),
                new AccountId(get(row, "account_id", Long.class)),
                get(row, "account_name", String.class),
                campaign == 0 ? null : new CampaignId(campaign),
                row.get("campaign_name", String.class),
                get(row, "urgent", Boolean.class),
                state,
                get(row, "attempt", Integer.class),
                state == MessageState.DEFERRED || state == MessageState.QUEUED
                        ? row.get("due_at", Instant.class)
                        : null,
                state == MessageState.ACCEPTED && basis == null ? changed : null,
                row.get("reply_code", Integer.class),
                basis == null ? null : Settlement.Basis.valueOf(basis.toUpperCase(Locale.ROOT)),
                get(row, "created_at", Instant.class),
                changed,
                get(row, "ordinal", Long.class),
                frozen(row, workspace));
    }

    private static AttemptView attempt(Readable row) {
        return new AttemptView(
                get(row, "attempt", Integer.class),
                MessageState.of(get(row, "outcome", Integer.class)),
                row.get("reason", String.class),
                SmtpPhase.of(get(row, "phase", Integer.class)),
                row.get("code", Integer.class),
                row.get("enhanced", String.class),
                row.get("reply", String.class),
                row.get("started_at", Instant.class),
                get(row, "ended_at", Instant.class),
                row.get("next_at", Instant.class),
                row.get("decided_by", String.class));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }
}
