package dev.kurir.contact.persistence;

import dev.kurir.contact.ContactDetails;
import dev.kurir.contact.ImportedPeople;
import dev.kurir.kernel.ContactId;
import dev.kurir.kernel.EmailAddress;
import dev.kurir.kernel.WorkspaceId;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** One statement per batch: the arrays are unnested on the server. */
@Repository
class R2dbcImportedPeople implements ImportedPeople {
    // Sorted, so that two imports of the same people do not wait for each other crosswise.
    private static final String GIVEN = """
            select :workspace::bigint as workspace_id, email, name, phone, company, data::jsonb as data, :now::timestamptz as now
              from unnest(:emails::text[], :names::text[], :phones::text[], :companies::text[], :data::text[])
                   as given (email, name, phone, company, data)
             order by lower(email)
            """;
    private static final String UPDATE = """
            insert into contact as c (workspace_id, email, name, phone, company, data, created_at, updated_at)
            select workspace_id, email, name, phone, company, data, now, now from (%s) given
            on conflict (workspace_id, lower(email)) where email is not null do update set
                   name = coalesce(nullif(excluded.name, ''), c.name),
                   phone = coalesce(nullif(excluded.phone, ''), c.phone),
                   company = coalesce(nullif(excluded.company, ''), c.company),
                   data = c.data || excluded.data,
                   version = c.version + 1,
                   updated_at = excluded.updated_at
            returning id, lower(email) as address, (xmax = 0) as created
            """.formatted(GIVEN);
    private static final String SKIP = """
            with given as (%s), added as (
                insert into contact (workspace_id, email, name, phone, company, data, created_at, updated_at)
                select workspace_id, email, name, phone, company, data, now, now from given
                on conflict (workspace_id, lower(email)) where email is not null do nothing
                returning id, lower(email) as address)
            select id, address, true as created from added
            union all
            select c.id, lower(c.email), false from contact c join given g
                on c.workspace_id = g.workspace_id and lower(c.email) = lower(g.email)
            """.formatted(GIVEN);

    private final DatabaseClient database;
    private final DataJson json;
    private final Clock clock;

    R2dbcImportedPeople(DatabaseClient database, DataJson json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Mono<List<Stored>> put(WorkspaceId workspace, List<ContactDetails> people, boolean updates) {
        if (people.isEmpty()) {
            return Mono.just(List.of());
        }
        return bind(database.sql(updates ? UPDATE : SKIP), people)
                .bind("workspace", workspace.value())
                .bind("now", clock.instant())
                .map(row -> new Stored(
                        Rows.text(row, "address"),
                        new ContactId(Rows.number(row, "id")),
                        Boolean.TRUE.equals(row.get("created", Boolean.class))))
                .all()
                .collectList();
    }

    private GenericExecuteSpec bind(GenericExecuteSpec statement, List<ContactDetails> people) {
        return statement
                .bind("emails", column(people, R2dbcImportedPeople::address))
                .bind("names", column(people, ContactDetails::name))
                .bind("phones", column(people, ContactDetails::phone))
                .bind("companies", column(people, ContactDetails::company))
                .bind("data", column(people, details -> json.text(details.data())));
    }

    private static String address(ContactDetails details) {
        EmailAddress email = Objects.requireNonNull(details.email());
        return email.value();
    }

    private static String[] column(List<ContactDetails> people, Function<ContactDetails, String> value) {
        return people.stream().map(value).toArray(String[]::new);
    }
}
