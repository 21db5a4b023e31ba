package dev.kurir.inbox.persistence;

import dev.kurir.inbox.QuickReply;
import dev.kurir.inbox.StoredQuickReplies;
import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.QuickReplyId;
import dev.kurir.kernel.WorkspaceId;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcQuickReplies implements StoredQuickReplies {
    private static final String SELECT =
            "select id, name, shortcut, text from quick_reply where workspace_id = :workspace";
    private static final String ADD = """
            insert into quick_reply (workspace_id, name, shortcut, text, changed_at)
            values (:workspace, :name, :shortcut, :text, :now) returning id, name, shortcut, text
            """;
    private static final String REPLACE = """
            update quick_reply set name = :name, shortcut = :shortcut, text = :text, changed_at = :now
             where workspace_id = :workspace and id = :id returning id, name, shortcut, text
            """;

    private final DatabaseClient database;
    private final Clock clock;

    R2dbcQuickReplies(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Mono<List<QuickReply>> all(WorkspaceId workspace) {
        return database.sql(SELECT + " order by lower(name), id")
                .bind("workspace", workspace.value())
                .map(R2dbcQuickReplies::read)
                .all()
                .collectList();
    }

    @Override
    public Mono<QuickReply> find(WorkspaceId workspace, QuickReplyId id) {
        return database.sql(SELECT + " and id = :id")
                .bind("workspace", workspace.value())
                .bind("id", id.value())
                .map(R2dbcQuickReplies::read)
                .one();
    }

    @Override
    public Mono<QuickReply> add(WorkspaceId workspace, String name, String shortcut, String text) {
        return database.sql(ADD)
                .bind("workspace", workspace.value())
                .bind("name", name)
                .bind("shortcut", shortcut)
                .bind("text", text)
                .bind("now", clock.instant())
                .map(R2dbcQuickReplies::read)
                .one()
                .onErrorMap(DuplicateKeyException.class, _ -> taken());
    }

    @Override
    public Mono<QuickReply> replace(WorkspaceId workspace, QuickReplyId id, String name, String shortcut, String text) {
        return database.sql(REPLACE)
                .bind("workspace", workspace.value())
                .bind("id", id.value())
                .bind("name", name)
                .bind("shortcut", shortcut)
                .bind("text", text)
                .bind("now", clock.instant())
                .map(R2dbcQuickReplies::read)
                .one()
                .onErrorMap(DuplicateKeyException.class, _ -> taken());
    }

    @Override
    public Mono<Boolean> remove(WorkspaceId workspace, QuickReplyId id) {
        return database.sql("delete from quick_reply where workspace_id = :workspace and id = :id")
                .bind("workspace", workspace.value())
                .bind("id", id.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    private static DomainException taken() {
        return DomainException.invalid("/shortcut", "shortcut_taken", "Another quick reply has this shortcut.");
    }

    private static QuickReply read(Readable row) {
        return new QuickReply(
                new QuickReplyId(Columns.number(row, "id")),
                Columns.text(row, "name"),
                Columns.text(row, "shortcut"),
                Columns.text(row, "text"),
                List.of());
    }
}
