package dev.kurir.contact.persistence;

import dev.kurir.contact.Contact;
import dev.kurir.contact.ContactDetails;
import dev.kurir.contact.ContactFilter;
import dev.kurir.contact.ContactSort;
import dev.kurir.contact.Field;
import dev.kurir.contact.StoredContacts;
import dev.kurir.kernel.ContactId;
import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.EmailAddress;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.platform.ids.Cursors.Place;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcStoredContacts implements StoredContacts {
    private static final String FIND =
            "select " + ContactRow.COLUMNS + " from contact c where c.workspace_id = :workspace";
    private static final String ADD = """
            insert into contact (workspace_id, email, name, phone, company, data, sample, created_at, updated_at)
            values (:workspace, :email, :name, :phone, :company, :data, :sample, :now, :now)
            on conflict do nothing
            returning id
            """;
    private static final String REPLACE = """
            update contact set email = :email, name = :name, phone = :phone, company = :company, data = :data,
                   version = version + 1, updated_at = :now
             where workspace_id = :workspace and id = :id and version = :version
            returning id
            """;
    private static final String REMOVE = "delete from contact where workspace_id = :workspace and id = any(:ids)";
    private static final String KNOWN = "select id from contact where workspace_id = :workspace and id = any(:ids)";
    private static final String BY_ADDRESS = """
            select id from contact where workspace_id = :workspace and lower(email) = lower(:email)
            """;
    private static final String FIELDS = """
            select name, n from (values
                ('email', (select count(*) from contact where workspace_id = :workspace and email is not null)),
                ('name', (select count(*) from contact where workspace_id = :workspace and name <> '')),
                ('first_name', (select count(*) from contact where workspace_id = :workspace and name <> '')),
                ('phone', (select count(*) from contact where workspace_id = :workspace and phone <> '')),
                ('company', (select count(*) from contact where workspace_id = :workspace and company <> ''))
            ) fixed (name, n)
            union all
            (select 'data.' || key, count(*) from contact, jsonb_each_text(data) as entry (key, value)
              where workspace_id = :workspace and value <> '' group by key order by key limit 500)
            """;

    private final DatabaseClient database;
    private final DataJson json;
    private final Clock clock;

    R2dbcStoredContacts(DatabaseClient database, DataJson json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Mono<List<Sorted>> page(
            WorkspaceId workspace,
            ContactFilter filter,
            ContactSort sort,
            @Nullable Place<ContactId> after,
            int limit) {
        ContactQuery query = new ContactQuery(workspace, filter);
        return query.bind(database.sql(query.page(sort, after != null)), after)
                .bind("limit", limit)
                .map(row -> new Sorted(ContactRow.read(row, json.read(row)), Rows.text(row, "sort_key")))
                .all()
                .collectList();
    }

    @Override
    public Mono<Long> count(WorkspaceId workspace, ContactFilter filter) {
        ContactQuery query = new ContactQuery(workspace, filter);
        return query.bind(database.sql(query.count()), null)
                .map(row -> Rows.number(row, "n"))
                .one();
    }

    @Override
    public Mono<Contact> find(WorkspaceId workspace, ContactId id) {
        return database.sql(FIND + " and c.id = :id")
                .bind("workspace", workspace.value())
                .bind("id", id.value())
                .map(row -> ContactRow.read(row, json.read(row)))
                .one();
    }

    @Override
    public Mono<ContactId> add(WorkspaceId workspace, ContactDetails details, boolean sample) {
        return bind(database.sql(ADD), workspace, details)
                .bind("sample", sample)
                .map(row -> new ContactId(Rows.number(row, "id")))
                .one();
    }

    @Override
    public Mono<ContactId> byAddress(WorkspaceId workspace, EmailAddress address) {
        return database.sql(BY_ADDRESS)
                .bind("workspace", workspace.value())
                .bind("email", address.value())
                .map(row -> new ContactId(Rows.number(row, "id")))
                .one();
    }

    @Override
    public Mono<ContactId> replace(WorkspaceId workspace, ContactId id, long version, ContactDetails details) {
        return bind(database.sql(REPLACE), workspace, details)
                .bind("id", id.value())
                .bind("version", version)
                .map(row -> id)
                .one()
                .onErrorMap(DuplicateKeyException.class, _ -> exists());
    }

    @Override
    public Mono<Long> remove(WorkspaceId workspace, Collection<ContactId> ids) {
        return database.sql(REMOVE)
                .bind("workspace", workspace.value())
                .bind("ids", Rows.keys(ids))
                .fetch()
                .rowsUpdated();
    }

    @Override
    public Mono<List<ContactId>> known(WorkspaceId workspace, Collection<ContactId> ids) {
        return database.sql(KNOWN)
                .bind("workspace", workspace.value())
                .bind("ids", Rows.keys(ids))
                .map(row -> new ContactId(Rows.number(row, "id")))
                .all()
                .collectList();
    }

    @Override
    public Mono<List<Field>> fields(WorkspaceId workspace) {
        return database.sql(FIELDS)
                .bind("workspace", workspace.value())
                .map(row -> field(Rows.text(row, "name"), Rows.number(row, "n")))
                .all()
                .collectList();
    }

    private GenericExecuteSpec bind(GenericExecuteSpec statement, WorkspaceId workspace, ContactDetails details) {
        @Nullable EmailAddress email = details.email();
        return statement
                .bind("workspace", workspace.value())
                .bind("email", Rows.nullable(email == null ? null : email.value()))
                .bind("name", details.name())
                .bind("phone", details.phone())
                .bind("company", details.company())
                .bind("data", json.write(details.data()))
                .bind("now", clock.instant());
    }

    private static Field field(String name, long contacts) {
        return new Field(name, name.startsWith("data.") ? Field.Kind.DATA : Field.Kind.CONTACT, contacts);
    }

    private static DomainException exists() {
        return new DomainException(
                DomainException.Kind.CONFLICT, "contact_exists", "Another contact has this address already.");
    }
}
