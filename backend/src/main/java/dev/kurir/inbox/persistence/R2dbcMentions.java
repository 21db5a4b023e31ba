package dev.kurir.inbox.persistence;

import dev.kurir.inbox.StoredMentions;
import dev.kurir.kernel.ConversationId;
import dev.kurir.kernel.EntryId;
import dev.kurir.kernel.UserId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.workspace.Caller;
import java.time.Instant;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcMentions implements StoredMentions {
    /** Conversations in which the viewer is mentioned, and has not looked since. */
    static final String UNSEEN =
            "select z.conversation_id from mention y join conversation_entry z on z.id = y.entry_id"
                    + " where y.workspace_id = :workspace and y.user_id = :viewer and y.seen_at is null";
    /** Conversations in which the viewer was ever mentioned. */
    static final String ALL = "select z.conversation_id from mention y join conversation_entry z on z.id = y.entry_id"
            + " where y.workspace_id = :workspace and y.user_id = :viewer";

    private static final String READERS = """
            select u.id, u.name, u.email from conversation c join app_user u on u.workspace_id = c.workspace_id
             where c.workspace_id = :workspace and c.id = :conversation and %s order by lower(u.name), u.id
            """.formatted(Visible.TO_USER);
    private static final String ADD = """
            insert into mention (entry_id, user_id, workspace_id, name)
            select e.id, u.id, e.workspace_id, u.name from conversation_entry e join app_user u on u.workspace_id = e.workspace_id
             where e.workspace_id = :workspace and e.id = :entry and u.id = any (:users)
            """;
    private static final String SEE = """
            update mention y set seen_at = :now from conversation_entry e
             where y.workspace_id = :workspace and y.user_id = :viewer and y.seen_at is null
               and e.id = y.entry_id and e.conversation_id = :conversation
            """;

    private final DatabaseClient database;

    R2dbcMentions(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<List<Reader>> readers(WorkspaceId workspace, ConversationId conversation) {
        return database.sql(READERS)
                .bind("workspace", workspace.value())
                .bind("conversation", conversation.value())
                .map(row -> new Reader(
                        new UserId(Columns.number(row, "id")), Columns.text(row, "name"), Columns.text(row, "email")))
                .all()
                .collectList();
    }

    @Override
    public Mono<Void> add(WorkspaceId workspace, EntryId entry, List<UserId> users) {
        return database.sql(ADD)
                .bind("workspace", workspace.value())
                .bind("entry", entry.value())
                .bind("users", users.stream().map(UserId::value).toArray(Long[]::new))
                .then();
    }

    @Override
    public Mono<Void> see(Caller caller, ConversationId conversation, Instant now) {
        return database.sql(SEE)
                .bind("workspace", caller.workspaceId().value())
                .bind("viewer", caller.userId().value())
                .bind("conversation", conversation.value())
                .bind("now", now)
                .then();
    }
}
