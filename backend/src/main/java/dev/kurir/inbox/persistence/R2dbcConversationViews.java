package dev.kurir.inbox.persistence;

import dev.kurir.inbox.ConversationFilter;
import dev.kurir.inbox.ConversationFilter.Tab;
import dev.kurir.inbox.ConversationView;
import dev.kurir.inbox.ConversationViews;
import dev.kurir.inbox.EntryView;
import dev.kurir.kernel.ConversationId;
import dev.kurir.kernel.EmailAddress;
import dev.kurir.kernel.EntryId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.workspace.Caller;
import io.r2dbc.spi.Readable;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

@Repository
class R2dbcConversationViews implements ConversationViews {
    private static final String COUNTED =
            "c.workspace_id = :workspace and c.merged_into is null and (:tag::text is null or "
                    + ConversationQuery.TAGGED + ") and (:team::bigint is null or c.team_id = :team) and "
                    + Visible.CONDITION;
    private static final String UNSEEN_MENTIONS = "(select count(*) from (" + R2dbcMentions.UNSEEN
            + ") n join conversation c on c.id = n.conversation_id where " + COUNTED + ")";
    private static final String COUNTS = "select "
            + Arrays.stream(Tab.values())
                    .map(tab -> count(tab) + " as " + column(tab))
                    .collect(Collectors.joining(", "))
            + ", count(*) filter (where not c.archived and c.state = 'open' and c.unread > 0) as unread"
            + " from conversation c where " + COUNTED;
    private static final String TAGS = """
            select t.name, count(*) as conversations
              from conversation_tag x join inbox_tag t on t.id = x.tag_id join conversation c on c.id = x.conversation_id
             where x.workspace_id = :workspace and c.merged_into is null and %s group by t.id order by lower(t.name)
            """.formatted(Visible.CONDITION);
    private static final String KNOWS =
            "select exists (select from account a join conversation c on c.account_id = a.id"
                    + " and lower(c.person_address) = :address where a.workspace_id = :workspace and "
                    + Visible.CONDITION + ")";
    private static final String FIND = ConversationQuery.SELECT + " where c.workspace_id = :workspace and c.id = :id";
    private static final String ENTRIES = EntryRow.SELECT + """
             where e.workspace_id = :workspace and e.conversation_id = :conversation
               and (:at::timestamptz is null or (e.at, e.id) < (:at, :before))
             order by e.at desc, e.id desc limit :limit
            """;
    private static final String ENTRY =
            EntryRow.SELECT + " where e.workspace_id = :workspace and e.conversation_id = :conversation and e.id = :id";
    // What a person has written wins over what a machine has. Our own words are not quoted.
    private static final String END = """
            select t.internet_id, coalesce(t.thread, '[]') as thread, coalesce(q.written_at, to_timestamp(0)) as at, q.*
              from (select 1) one
              left join lateral (
                select c.internet_id, c.thread::text as thread
                  from conversation_entry e join mail m on m.id = e.mail_id join mail_content c on c.mail_id = e.mail_id
                 where e.conversation_id = :id and e.kind in ('received', 'elsewhere')
                 order by m.kind in ('reply', 'other') desc, e.at desc limit 1) t on true
              left join lateral (
                select e.at as written_at, e.mail_id, m.kind as mail_kind, c.subject, c.from_name, c.from_address,
                       c.people::text as people, c.text, c.quoted, c.html, jsonb_array_length(c.remote_images) as remote_images,
                       c.parts::text as parts, c.report::text as report
                  from conversation_entry e join mail m on m.id = e.mail_id join mail_content c on c.mail_id = e.mail_id
                 where e.conversation_id = :id and e.kind = 'received'
                 order by m.kind in ('reply', 'other') desc, e.at desc limit 1) q on true
            """;

    private final DatabaseClient database;
    private final JsonMapper json;
    private final EntryRow rows;

    R2dbcConversationViews(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
        this.rows = new EntryRow(json);
    }

    @Override
    public Mono<List<ConversationView>> page(
            Caller caller, ConversationFilter filter, @Nullable Place after, int limit) {
        ConversationQuery query = new ConversationQuery(filter, after);
        return query.bind(Visible.bind(database.sql(query.sql()), caller))
                .bind("limit", limit)
                .map(ConversationRow::read)
                .all()
                .collectList();
    }

    @Override
    public Mono<Counts> counts(Caller caller, ConversationFilter filter) {
        return Visible.bind(database.sql(COUNTS), caller)
                .bind("me", filter.me().value())
                .bind("tag", Columns.text(filter.tag()))
                .bind("team", Columns.key(filter.team()))
                .map(R2dbcConversationViews::counts)
                .one();
    }

    @Override
    public Mono<List<TagCount>> tags(Caller caller) {
        return Visible.bind(database.sql(TAGS), caller)
                .map(row -> new TagCount(Columns.text(row, "name"), Columns.number(row, "conversations")))
                .all()
                .collectList();
    }

    @Override
    public Mono<EntryId> newest(ConversationId id) {
        return database.sql("select id from conversation_entry where conversation_id = :id order by id desc limit 1")
                .bind("id", id.value())
                .map(row -> new EntryId(Columns.number(row, "id")))
                .one();
    }

    @Override
    public Mono<Boolean> knows(Caller caller, EmailAddress address) {
        return Visible.bind(database.sql(KNOWS), caller)
                .bind("address", address.value().toLowerCase(Locale.ROOT))
                .mapValue(Boolean.class)
                .one();
    }

    @Override
    public Mono<ConversationView> find(Caller caller, ConversationId id) {
        return Visible.bind(database.sql(FIND + " and " + Visible.WITH_KEPT), caller)
                .bind("id", id.value())
                .map(ConversationRow::read)
                .one();
    }

    @Override
    public Mono<ConversationView> findAnyway(Caller caller, ConversationId id) {
        return database.sql(FIND)
                .bind("workspace", caller.workspaceId().value())
                .bind("viewer", caller.userId().value())
                .bind("id", id.value())
                .map(ConversationRow::read)
                .one();
    }

    @Override
    public Mono<List<EntryView>> entries(
            WorkspaceId workspace, ConversationId conversation, @Nullable EntryPlace before, int limit) {
        return database.sql(ENTRIES)
                .bind("workspace", workspace.value())
                .bind("conversation", conversation.value())
                .bind("at", Columns.time(before == null ? null : before.at()))
                .bind("before", Columns.key(before == null ? null : before.id()))
                .bind("limit", limit)
                .map(rows::read)
                .all()
                .collectList();
    }

    @Override
    public Mono<EntryView> entry(WorkspaceId workspace, ConversationId conversation, EntryId id) {
        return database.sql(ENTRY)
                .bind("workspace", workspace.value())
                .bind("conversation", conversation.value())
                .bind("id", id.value())
                .map(rows::read)
                .one();
    }

    @Override
    public Mono<ThreadEnd> end(ConversationId conversation) {
        return database.sql(END).bind("id", conversation.value()).map(this::end).one();
    }

    private ThreadEnd end(Readable row) {
        return new ThreadEnd(
                row.get("internet_id", String.class),
                Arrays.asList(json.readValue(Columns.text(row, "thread"), String[].class)),
                row.get("mail_id", Long.class) == null ? null : rows.mail(row),
                Columns.time(row, "at"));
    }

    private static Counts counts(Readable row) {
        Map<Tab, Long> counts = new EnumMap<>(Tab.class);
        for (Tab tab : Tab.values()) {
            counts.put(tab, Columns.number(row, column(tab)));
        }
        return new Counts(counts, Columns.number(row, "unread"));
    }

    private static String count(Tab tab) {
        return tab == Tab.MENTIONS
                ? UNSEEN_MENTIONS
                : "count(*) filter (where " + ConversationQuery.condition(tab) + ")";
    }

    private static String column(Tab tab) {
        return "n_" + tab.name().toLowerCase(Locale.ROOT);
    }
}
