package dev.kurir.account.persistence;

import dev.kurir.account.Category;
import dev.kurir.account.StoredCategories;
import dev.kurir.kernel.CategoryId;
import dev.kurir.kernel.WorkspaceId;
import java.time.Clock;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcStoredCategories implements StoredCategories {
    private static final String ALL = """
            select c.id, c.name, count(a.id) as accounts
              from category c left join account a on a.category_id = c.id and a.deleted_at is null
             where c.workspace_id = :workspace
             group by c.id
             order by lower(c.name), c.id
            """;
    private static final String FIND = "select id from category where workspace_id = :workspace and id = :id";
    private static final String ADD = """
            insert into category (workspace_id, name, created_at) values (:workspace, :name, :now)
            on conflict (workspace_id, lower(name)) do nothing
            returning id
            """;
    private static final String REMOVE_UNUSED = """
            delete from category c
             where workspace_id = :workspace and id = :id
               and not exists (select 1 from account a where a.category_id = c.id)
            returning id
            """;

    private final DatabaseClient database;
    private final Clock clock;

    R2dbcStoredCategories(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Mono<List<Category>> all(WorkspaceId workspace) {
        return database.sql(ALL)
                .bind("workspace", workspace.value())
                .map(row -> new Category(new CategoryId(Rows.number(row, "id")), Rows.text(row, "name"), (int)
                        Rows.number(row, "accounts")))
                .all()
                .collectList();
    }

    @Override
    public Mono<CategoryId> find(WorkspaceId workspace, CategoryId id) {
        return byId(FIND, workspace, id);
    }

    @Override
    public Mono<Category> add(WorkspaceId workspace, String name) {
        return database.sql(ADD)
                .bind("workspace", workspace.value())
                .bind("name", name)
                .bind("now", clock.instant())
                .map(row -> new Category(new CategoryId(Rows.number(row, "id")), name, 0))
                .one();
    }

    @Override
    public Mono<CategoryId> removeUnused(WorkspaceId workspace, CategoryId id) {
        return byId(REMOVE_UNUSED, workspace, id);
    }

    private Mono<CategoryId> byId(String sql, WorkspaceId workspace, CategoryId id) {
        return database.sql(sql)
                .bind("workspace", workspace.value())
                .bind("id", id.value())
                .map(row -> id)
                .one();
    }
}
