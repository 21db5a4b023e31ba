package dev.kurir.campaign.persistence;

import dev.kurir.campaign.Campaign;
import dev.kurir.campaign.CampaignContent;
import dev.kurir.campaign.CampaignFilter;
import dev.kurir.campaign.CampaignSettings;
import dev.kurir.campaign.Lifecycle;
import dev.kurir.campaign.Named;
import dev.kurir.campaign.StoredCampaigns;
import dev.kurir.campaign.UncertainPolicy;
import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.WorkspaceId;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcCampaigns implements StoredCampaigns {
    private static final String ONE = " where c.workspace_id = :workspace and c.id = :id";
    /** Done is what the watch noted; the figures of a single campaign say it a second earlier. */
    private static final String STATE =
            "case when c.state in ('processing', 'paused') and c.done_at is not null then 'done' else c.state end";

    private static final String FOUND = """
             where c.workspace_id = :workspace
               and (:search = '' or position(lower(:search) in lower(c.name || ' ' || c.subject)) > 0)
            """;
    private static final String PAGE = " and (:state::text is null or " + STATE + " = :state) and c.id < :before"
            + " order by c.id desc limit :limit";

    private static final String INSERT = """
            insert into campaign (workspace_id, name, rotation, team_id, subject, preheader, html, text, sample, created_at, updated_at)
            values (:workspace, :name, :rotation, :team, :subject, :preheader, :html, :text, :sample, :now, :now)
            returning id
            """;
    private static final String UPDATE = """
            update campaign set version = version + 1, name = :name, rotation = :rotation, team_id = :team, subject = :subject,
                   preheader = :preheader, html = :html, text = :text, updated_at = :now
             where id = :id
            """;
    private static final String MOVE = """
            update campaign set state = :state, release = :release,
                   started_at = case when :state = 'processing' then coalesce(started_at, :now) else started_at end
             where id = :id
            """;
    private static final String REFUSED = """
             where c.state = 'processing' and c.id in (select r.campaign_id from dispatch r where r.refused is not null)
             order by c.id
            """;
    private static final String RELEASED = """
             where c.state in ('processing', 'paused')
               and (c.done_at is null or exists (
                   select from queue q where q.campaign_id = c.id and q.n_queued + q.n_sending + q.n_deferred > 0))
             order by c.id
            """;

    private final DatabaseClient database;
    private final CampaignGroups groups;
    private final Clock clock;

    R2dbcCampaigns(DatabaseClient database, CampaignGroups groups, Clock clock) {
        this.database = database;
        this.groups = groups;
        this.clock = clock;
    }

    @Override
    public Mono<CampaignId> add(WorkspaceId workspace, CampaignSettings settings, boolean sample) {
        return bind(database.sql(INSERT), settings)
                .bind("workspace", workspace.value())
                .bind("sample", sample)
                .bind("now", clock.instant())
                .map(row -> new CampaignId(CampaignRows.number(row, "id")))
                .one()
                .delayUntil(id -> groups.set(workspace, id, settings));
    }

    @Override
    public Mono<Campaign> find(WorkspaceId workspace, CampaignId id) {
        return one(CampaignRows.SELECT + ONE, workspace, id);
    }

    @Override
    public Mono<Campaign> lock(WorkspaceId workspace, CampaignId id) {
        // First the lock, then the row: in one statement the names would be older than the lock.
        return database.sql("select c.id from campaign c" + ONE + " for update")
                .bind("workspace", workspace.value())
                .bind("id", id.value())
                .mapValue(Long.class)
                .one()
                .flatMap(_ -> find(workspace, id));
    }

    @Override
    public Mono<CampaignContent> content(CampaignId id) {
        return contents(List.of(id)).flatMap(found -> Mono.justOrEmpty(found.get(id)));
    }

    @Override
    public Mono<Map<CampaignId, CampaignContent>> contents(Collection<CampaignId> ids) {
        return database.sql("select id, subject, preheader, html, text from campaign where id = any(:ids)")
                .bind("ids", ids.stream().map(CampaignId::value).toArray(Long[]::new))
                .map(row -> Map.entry(
                        new CampaignId(CampaignRows.number(row, "id")),
                        new CampaignContent(
                                CampaignRows.text(row, "subject"),
                                CampaignRows.text(row, "preheader"),
                                CampaignRows.text(row, "html"),
                                CampaignRows.text(row, "text"))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    @Override
    public Mono<List<Campaign>> page(WorkspaceId workspace, CampaignFilter filter) {
        return database.sql(CampaignRows.SELECT + FOUND + PAGE)
                .bind("workspace", workspace.value())
                .bind("search", filter.search())
                .bind("state", Parameters.in(R2dbcType.VARCHAR, filter.state()))
                .bind(
                        "before",
                        filter.before() == null
                                ? Long.MAX_VALUE
                                : filter.before().value())
                .bind("limit", filter.limit() + 1)
                .map(CampaignRows::campaign)
                .all()
                .collectList();
    }

    @Override
    public Mono<Map<String, Long>> states(WorkspaceId workspace, String search) {
        return database.sql("select " + STATE + " as word, count(*) as number from campaign c" + FOUND + " group by 1")
                .bind("workspace", workspace.value())
                .bind("search", search)
                .map(row -> Map.entry(CampaignRows.text(row, "word"), CampaignRows.number(row, "number")))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    @Override
    public Mono<List<Named<CampaignId>>> openOf(WorkspaceId workspace, AccountId account) {
        return database.sql("select c.id, c.name from campaign_account x join campaign c on c.id = x.campaign_id"
                        + " where c.workspace_id = :workspace and x.account_id = :account and " + STATE
                        + " not in ('done', 'cancelled') order by lower(c.name), c.id")
                .bind("workspace", workspace.value())
                .bind("account", account.value())
                .map(row -> new Named<>(new CampaignId(CampaignRows.number(row, "id")), CampaignRows.text(row, "name")))
                .all()
                .collectList();
    }

    @Override
    public Mono<Void> write(Campaign locked, CampaignSettings settings) {
        return bind(database.sql(UPDATE), settings)
                .bind("id", locked.id().value())
                .bind("now", clock.instant())
                .then()
                .then(Mono.defer(() -> groups.set(locked.workspaceId(), locked.id(), settings)));
    }

    @Override
    public Mono<Void> move(CampaignId id, Lifecycle next) {
        return database.sql(MOVE)
                .bind("id", id.value())
                .bind("state", next.state().word())
                .bind("release", next.release())
                .bind("now", clock.instant())
                .then();
    }

    @Override
    public Mono<Void> freeze(CampaignId id, AccountId account, long draft) {
        return database.sql("update campaign_account set draft_id = :draft"
                        + " where campaign_id = :id and account_id = :account")
                .bind("id", id.value())
                .bind("account", account.value())
                .bind("draft", draft)
                .then();
    }

    @Override
    public Mono<Void> remove(CampaignId id) {
        return database.sql("delete from campaign where id = :id")
                .bind("id", id.value())
                .then();
    }

    @Override
    public Mono<List<Campaign>> released() {
        return database.sql(CampaignRows.SELECT + RELEASED)
                .map(CampaignRows::campaign)
                .all()
                .collectList();
    }

    @Override
    public Mono<List<Campaign>> refused() {
        return database.sql(CampaignRows.SELECT + REFUSED)
                .map(CampaignRows::campaign)
                .all()
                .collectList();
    }

    @Override
    public Mono<Boolean> markDone(CampaignId id, boolean done) {
        return database.sql(
                        "update campaign set done_at = case when :done then :now end where id = :id and (done_at is null) = :done")
                .bind("id", id.value())
                .bind("done", done)
                .bind("now", clock.instant())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    @Override
    public Mono<Void> writePolicy(CampaignId id, UncertainPolicy policy) {
        Long minutes = policy.after() == null ? null : policy.after().toMinutes();
        return database.sql(
                        "update campaign set uncertain_policy = :policy, uncertain_after_minutes = :minutes where id = :id")
                .bind("id", id.value())
                .bind("policy", policy.action().word())
                .bind("minutes", Parameters.in(R2dbcType.BIGINT, minutes))
                .then();
    }

    @Override
    public Mono<Map<CampaignId, UncertainPolicy>> withDuePolicy() {
        return database.sql("""
                        select distinct c.id, c.uncertain_policy, c.uncertain_after_minutes
                          from trouble t join campaign c on c.id = t.campaign_id
                         where t.state = 6 and c.uncertain_policy <> 'ask'
                        """)
                .map(row -> Map.entry(new CampaignId(CampaignRows.number(row, "id")), CampaignRows.policy(row)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    @Override
    public Mono<Void> explain(CampaignId id, @Nullable String problem) {
        return database.sql("update campaign set problem = :problem where id = :id")
                .bind("id", id.value())
                .bind("problem", Parameters.in(R2dbcType.VARCHAR, problem))
                .then();
    }

    private Mono<Campaign> one(String sql, WorkspaceId workspace, CampaignId id) {
        return database.sql(sql)
                .bind("workspace", workspace.value())
                .bind("id", id.value())
                .map(CampaignRows::campaign)
                .one();
    }

    private static GenericExecuteSpec bind(GenericExecuteSpec statement, CampaignSettings settings) {
        CampaignContent content = settings.content();
        return statement
                .bind("name", settings.name())
                .bind("rotation", settings.senders().rotation().word())
                .bind(
                        "team",
                        Parameters.in(
                                R2dbcType.BIGINT,
                                settings.team() == null ? null : settings.team().value()))
                .bind("subject", content.subject())
                .bind("preheader", content.preheader())
                .bind("html", content.html())
                .bind("text", content.text());
    }
}
