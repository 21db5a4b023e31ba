package dev.kurir.outbox.worker;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.EmailAddress;
import dev.kurir.kernel.MessageId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.outbox.CompiledDrafts;
import dev.kurir.outbox.MessageInputs;
import dev.kurir.outbox.OutgoingMessage;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads messages with their frozen inputs, ready to be handed to a connection. */
final class PickedRows {
    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};
    private static final String COLUMNS = """
            m.id, m.workspace_id, m.campaign_id, m.ordinal, m.attempt, m.deferrals, m.urgent, m.first_at,
            i.draft_id, i.address, i.name, i.data::text as data,
            exists (select from suppression s where s.workspace_id = m.workspace_id and s.address_hash = m.address_hash) as suppressed
            """;

    private final DatabaseClient database;
    private final CompiledDrafts drafts;
    private final JsonMapper json;
    private final Clock clock;

    PickedRows(DatabaseClient database, CompiledDrafts drafts, JsonMapper json, Clock clock) {
        this.database = database;
        this.drafts = drafts;
        this.json = json;
        this.clock = clock;
    }

    /** The next ones of the order that never had an intent. */
    Mono<List<Picked>> order(AccountId account, CampaignId campaign, long from, int limit) {
        var query = database.sql("select " + COLUMNS + """
                        , 5::smallint as priority
                        from message m join message_input i on i.message_id = m.id
                        where m.account_id = :account and m.campaign_id = :campaign and m.campaign_id > 0 and m.ordinal >= :from
                          and m.state = 1 and m.attempt = 0
                        order by m.ordinal limit :limit
                        """)
                .bind("account", account.value())
                .bind("campaign", campaign.value())
                .bind("from", from)
                .bind("limit", limit);
        return picked(query, true);
    }

    /** What is due now and may leave, most urgent first. */
    Mono<List<Picked>> due(AccountId account, int limit) {
        var query = database.sql("select " + COLUMNS + """
                        , d.priority
                        from due d join message m on m.id = d.message_id join message_input i on i.message_id = m.id
                        left join dispatch p on p.campaign_id = d.campaign_id
                        where d.account_id = :account and d.due_at <= :now and d.kind <> 'evidence'
                          and m.state in (1, 3) and (d.campaign_id = 0 or p.state = 'OPEN')
                        order by d.priority, d.due_at limit :limit
                        """)
                .bind("account", account.value())
                .bind("now", clock.instant())
                .bind("limit", limit);
        return picked(query, false);
    }

    private Mono<List<Picked>> picked(DatabaseClient.GenericExecuteSpec query, boolean inOrder) {
        return query.map(row -> picked(row, inOrder)).all().collectList().flatMap(this::withDrafts);
    }

    /** Drafts are compiled before the rows reach the engine, never on its thread. */
    private Mono<List<Picked>> withDrafts(List<Row> rows) {
        List<Long> ids = rows.stream().map(Row::draftId).distinct().toList();
        return Flux.fromIterable(ids)
                .concatMap(id -> drafts.load(id).map(draft -> Map.entry(id, draft)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .map(loaded -> rows.stream()
                        .map(row -> compiled(row, Objects.requireNonNull(loaded.get(row.draftId()))))
                        .toList());
    }

    private static Picked compiled(Row row, CompiledDrafts.Draft draft) {
        OutgoingMessage outgoing = new OutgoingMessage(
                row.inputs().id(), draft.from(), row.inputs().to(), () -> draft.splice(row.inputs()));
        return new Picked(
                row.inputs(),
                row.ordinal(),
                row.attempt(),
                row.deferrals(),
                row.urgent(),
                row.priority(),
                row.suppressed(),
                row.draftId(),
                draft.from(),
                draft.compiled(),
                outgoing);
    }

    private Row picked(Readable row, boolean inOrder) {
        Instant first = row.get("first_at", Instant.class);
        MessageInputs inputs = new MessageInputs(
                new MessageId(get(row, "id", Long.class)),
                new WorkspaceId(get(row, "workspace_id", Long.class)),
                new CampaignId(get(row, "campaign_id", Long.class)),
                new EmailAddress(get(row, "address", String.class)),
                get(row, "name", String.class),
                json.readValue(get(row, "data", String.class), VALUES),
                first == null ? clock.instant().truncatedTo(ChronoUnit.SECONDS) : first);
        return new Row(
                inputs,
                inOrder ? get(row, "ordinal", Long.class) : 0,
                get(row, "attempt", Integer.class),
                get(row, "deferrals", Integer.class),
                get(row, "urgent", Boolean.class),
                get(row, "priority", Integer.class),
                get(row, "suppressed", Boolean.class),
                get(row, "draft_id", Long.class));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }

    private record Row(
            MessageInputs inputs,
            long ordinal,
            int attempt,
            int deferrals,
            boolean urgent,
            int priority,
            boolean suppressed,
            long draftId) {}
}
