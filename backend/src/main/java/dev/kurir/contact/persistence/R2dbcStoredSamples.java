package dev.kurir.contact.persistence;

import dev.kurir.contact.StoredSamples;
import dev.kurir.kernel.ListId;
import dev.kurir.kernel.WorkspaceId;
import java.time.Clock;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcStoredSamples implements StoredSamples {
    // The update that changes nothing makes the row of a list that was there already come back.
    private static final String ENSURE_LIST = """
            insert into contact_list (workspace_id, name, sample, created_at) values (:workspace, :name, true, :now)
            on conflict (workspace_id, lower(name)) do update set name = contact_list.name
            returning id
            """;

    private final DatabaseClient database;
    private final Clock clock;

    R2dbcStoredSamples(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Mono<ListId> ensureList(WorkspaceId workspace, String name) {
        return database.sql(ENSURE_LIST)
                .bind("workspace", workspace.value())
                .bind("name", name)
                .bind("now", clock.instant())
                .map(row -> new ListId(Rows.number(row, "id")))
                .one();
    }

    @Override
    public Mono<Long> removeContacts(WorkspaceId workspace) {
        return remove("delete from contact where workspace_id = :workspace and sample", workspace);
    }

    @Override
    public Mono<Long> removeLists(WorkspaceId workspace) {
        return remove("delete from contact_list where workspace_id = :workspace and sample", workspace);
    }

    private Mono<Long> remove(String sql, WorkspaceId workspace) {
        return database.sql(sql).bind("workspace", workspace.value()).fetch().rowsUpdated();
    }
}
