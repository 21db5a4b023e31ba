package dev.kurir.campaign.persistence;

import dev.kurir.campaign.Audience;
import dev.kurir.campaign.Audience.Person;
import dev.kurir.campaign.Audiences;
import dev.kurir.campaign.Skipped;
import dev.kurir.campaign.SkippedPerson;
import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.ContactId;
import dev.kurir.kernel.WorkspaceId;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcAudiences implements Audiences {
    private static final int SAMPLE = 10;

    /** One walk for figures and sample. */
    private static final String NOW = """
            with looked as materialized (select * from campaign_audience(:campaign, 0, null)),
                 sample as (select * from looked where reason is null order by contact_id limit :sample)
            select count(*) as total,
                   count(*) filter (where reason is null) as recipients,
                   count(*) filter (where reason = 'suppressed') as suppressed,
                   count(*) filter (where reason = 'unsubscribed') as unsubscribed,
                   count(*) filter (where reason = 'duplicate') as duplicate,
                   count(*) filter (where reason = 'no_address') as no_address,
                   array(select contact_id from sample order by contact_id) as sample_ids,
                   array(select email from sample order by contact_id) as sample_emails,
                   array(select name from sample order by contact_id) as sample_names
              from looked
            """;

    private static final String FROZEN_SAMPLE = """
            select coalesce(i.contact_id, 0) as contact_id, i.address, i.name
              from campaign_account a
             cross join lateral (
                   select m.id, m.ordinal from message m
                    where m.account_id = a.account_id and m.campaign_id = a.campaign_id and m.campaign_id > 0
                    order by m.ordinal limit :sample) m
              join message_input i on i.message_id = m.id
             where a.campaign_id = :campaign
             order by m.ordinal limit :sample
            """;
    private static final String MISSING = """
            select n.name, count(*) as people
              from campaign_audience(:campaign, 0, null) a
              join contact_variables v on v.contact_id = a.contact_id
             cross join unnest(:names::text[]) n (name)
             where (a.reason is null or a.reason = 'duplicate') and btrim(coalesce(v.variables ->> n.name, '')) = ''
             group by n.name
            """;
    private static final String UNKNOWN = """
            select n.name from unnest(:names::text[]) n (name)
             where not exists (select from contact c where c.workspace_id = :workspace and jsonb_exists(c.data, n.name))
            """;
    private static final String VARIABLES = """
            select array(select jsonb_object_keys(variables)) as names,
                   array(select variables ->> k from jsonb_object_keys(variables) k) as texts
              from contact_variables where workspace_id = :workspace and contact_id = :contact
            """;

    private final DatabaseClient database;

    R2dbcAudiences(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Audience> now(CampaignId campaign) {
        return database.sql(NOW)
                .bind("campaign", campaign.value())
                .bind("sample", SAMPLE)
                .map(R2dbcAudiences::audience)
                .one();
    }

    @Override
    public Mono<List<Person>> frozenSample(CampaignId campaign) {
        return database.sql(FROZEN_SAMPLE)
                .bind("campaign", campaign.value())
                .bind("sample", SAMPLE)
                .map(row -> new Person(
                        new ContactId(CampaignRows.number(row, "contact_id")),
                        CampaignRows.text(row, "address"),
                        CampaignRows.text(row, "name")))
                .all()
                .collectList();
    }

    @Override
    public Mono<Skipped> countSkipped(CampaignId campaign) {
        return database.sql("""
                        select count(*) filter (where reason = 'suppressed') as suppressed,
                               count(*) filter (where reason = 'unsubscribed') as unsubscribed,
                               count(*) filter (where reason = 'duplicate') as duplicate,
                               count(*) filter (where reason = 'no_address') as no_address
                          from audience_skip where campaign_id = :campaign
                        """)
                .bind("campaign", campaign.value())
                .map(row -> new Skipped(
                        CampaignRows.number(row, "suppressed"),
                        CampaignRows.number(row, "unsubscribed"),
                        CampaignRows.number(row, "duplicate"),
                        CampaignRows.number(row, "no_address")))
                .one();
    }

    @Override
    public Mono<List<SkippedPerson>> skipped(CampaignId campaign, long after, int limit) {
        return database.sql("""
                        select s.contact_id, c.email, c.name, s.reason
                          from audience_skip s left join contact c on c.id = s.contact_id and c.workspace_id = s.workspace_id
                         where s.campaign_id = :campaign and s.contact_id > :after
                         order by s.contact_id limit :limit
                        """)
                .bind("campaign", campaign.value())
                .bind("after", after)
                .bind("limit", limit)
                .map(row -> new SkippedPerson(
                        new ContactId(CampaignRows.number(row, "contact_id")),
                        row.get("email", String.class),
                        row.get("name", String.class),
                        CampaignRows.text(row, "reason")))
                .all()
                .collectList();
    }

    @Override
    public Mono<Map<String, Long>> missing(CampaignId campaign, Collection<String> variables) {
        if (variables.isEmpty()) {
            return Mono.just(Map.of());
        }
        return database.sql(MISSING)
                .bind("campaign", campaign.value())
                .bind("names", variables.toArray(String[]::new))
                .map(row -> Map.entry(CampaignRows.text(row, "name"), CampaignRows.number(row, "people")))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    @Override
    public Mono<List<String>> unknownColumns(WorkspaceId workspace, Collection<String> columns) {
        if (columns.isEmpty()) {
            return Mono.just(List.of());
        }
        return database.sql(UNKNOWN)
                .bind("workspace", workspace.value())
                .bind("names", columns.toArray(String[]::new))
                .map(row -> CampaignRows.text(row, "name"))
                .all()
                .collectList();
    }

    @Override
    public Mono<Map<String, String>> variables(WorkspaceId workspace, ContactId contact) {
        return database.sql(VARIABLES)
                .bind("workspace", workspace.value())
                .bind("contact", contact.value())
                .map(row -> Map.copyOf(pairs(row)))
                .one();
    }

    private static Map<String, String> pairs(Readable row) {
        String[] names = array(row, "names");
        String[] texts = array(row, "texts");
        return IntStream.range(0, names.length).boxed().collect(Collectors.toMap(at -> names[at], at -> texts[at]));
    }

    private static Audience audience(Readable row) {
        Long[] ids = Objects.requireNonNull(row.get("sample_ids", Long[].class));
        String[] emails = array(row, "sample_emails");
        String[] names = array(row, "sample_names");
        return new Audience(
                CampaignRows.number(row, "total"),
                CampaignRows.number(row, "recipients"),
                new Skipped(
                        CampaignRows.number(row, "suppressed"),
                        CampaignRows.number(row, "unsubscribed"),
                        CampaignRows.number(row, "duplicate"),
                        CampaignRows.number(row, "no_address")),
                IntStream.range(0, ids.length)
                        .mapToObj(at -> new Person(new ContactId(ids[at]), emails[at], names[at]))
                        .toList());
    }

    private static String[] array(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String[].class));
    }
}
