package dev.kurir.contact.persistence;

import dev.kurir.contact.Group;
import dev.kurir.contact.GroupKind;
import dev.kurir.contact.StoredGroups;
import dev.kurir.kernel.ContactId;
import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.Id;
import dev.kurir.kernel.WorkspaceId;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcStoredGroups implements StoredGroups {
    private final DatabaseClient database;
    private final Clock clock;

    R2dbcStoredGroups(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Mono<List<Group>> all(WorkspaceId workspace, GroupKind kind) {
        return database.sql(GroupTables.of(kind).select() + " order by lower(g.name), g.id")
                .bind("workspace", workspace.value())
                .map(row -> read(kind, row))
                .all()
                .collectList();
    }

    @Override
    public Mono<Group> find(WorkspaceId workspace, Id id) {
        GroupKind kind = GroupKind.of(id);
        return database.sql(GroupTables.of(kind).select() + " and g.id = :id")
                .bind("workspace", workspace.value())
                .bind("id", id.value())
                .map(row -> read(kind, row))
                .one();
    }

    @Override
    public Mono<Group> add(WorkspaceId workspace, GroupKind kind, String name) {
        return database.sql(GroupTables.of(kind).insert())
                .bind("workspace", workspace.value())
                .bind("names", new String[] {name})
                .bind("now", clock.instant())
                .map(row -> new Group(kind.id(Rows.number(row, "id")), name, 0))
                .one();
    }

    @Override
    public Mono<Id> rename(WorkspaceId workspace, Id id, String name) {
        GroupKind kind = GroupKind.of(id);
        return database.sql(GroupTables.of(kind).rename())
                .bind("workspace", workspace.value())
                .bind("id", id.value())
                .bind("name", name)
                .map(row -> id)
                .one()
                .onErrorMap(DuplicateKeyException.class, _ -> exists(kind));
    }

    @Override
    public Mono<Id> remove(WorkspaceId workspace, Id id) {
        return database.sql(GroupTables.of(GroupKind.of(id)).delete())
                .bind("workspace", workspace.value())
                .bind("id", id.value())
                .map(row -> id)
                .one();
    }

    @Override
    public Mono<List<Group>> ensure(WorkspaceId workspace, GroupKind kind, Collection<String> names) {
        if (names.isEmpty()) {
            return Mono.just(List.of());
        }
        GroupTables tables = GroupTables.of(kind);
        String[] wanted = names.toArray(String[]::new);
        return database.sql(tables.insert())
                .bind("workspace", workspace.value())
                .bind("names", wanted)
                .bind("now", clock.instant())
                .then()
                .thenMany(database.sql(tables.byNames())
                        .bind("workspace", workspace.value())
                        .bind("names", wanted)
                        .map(row -> new Group(kind.id(Rows.number(row, "id")), Rows.text(row, "name"), 0))
                        .all())
                .collectList();
    }

    @Override
    public Mono<List<Id>> known(WorkspaceId workspace, GroupKind kind, Collection<? extends Id> ids) {
        return database.sql(GroupTables.of(kind).known())
                .bind("workspace", workspace.value())
                .bind("ids", Rows.keys(ids))
                .map(row -> kind.id(Rows.number(row, "id")))
                .all()
                .collectList();
    }

    @Override
    public Mono<Long> join(
            WorkspaceId workspace, GroupKind kind, Collection<? extends Id> groups, Collection<ContactId> contacts) {
        return database.sql(GroupTables.of(kind).join())
                .bind("workspace", workspace.value())
                .bind("groups", Rows.keys(groups))
                .bind("contacts", Rows.keys(contacts))
                .fetch()
                .rowsUpdated();
    }

    @Override
    public Mono<Void> joinPairs(
            WorkspaceId workspace, GroupKind kind, List<? extends Id> groups, List<ContactId> contacts) {
        if (groups.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(GroupTables.of(kind).joinPairs())
                .bind("workspace", workspace.value())
                .bind("groups", Rows.keys(groups))
                .bind("contacts", Rows.keys(contacts))
                .then();
    }

    @Override
    public Mono<Long> leave(WorkspaceId workspace, Id group, Collection<ContactId> contacts) {
        return database.sql(GroupTables.of(GroupKind.of(group)).leave())
                .bind("workspace", workspace.value())
                .bind("id", group.value())
                .bind("contacts", Rows.keys(contacts))
                .fetch()
                .rowsUpdated();
    }

    @Override
    public Mono<Void> keepOnly(
            WorkspaceId workspace, GroupKind kind, ContactId contact, Collection<? extends Id> groups) {
        return database.sql(GroupTables.of(kind).keepOnly())
                .bind("workspace", workspace.value())
                .bind("contact", contact.value())
                .bind("groups", Rows.keys(groups))
                .then();
    }

    private static Group read(GroupKind kind, Readable row) {
        return new Group(kind.id(Rows.number(row, "id")), Rows.text(row, "name"), Rows.number(row, "contacts"));
    }

    private static DomainException exists(GroupKind kind) {
        return new DomainException(
                DomainException.Kind.CONFLICT,
                kind.word() + "_exists",
                "There is a " + kind.word() + " of this name already.");
    }
}
