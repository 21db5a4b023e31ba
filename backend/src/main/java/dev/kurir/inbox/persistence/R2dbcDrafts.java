package dev.kurir.inbox.persistence;

import dev.kurir.inbox.StoredDrafts;
import dev.kurir.kernel.ConversationId;
import dev.kurir.kernel.UserId;
import dev.kurir.kernel.WorkspaceId;
import io.r2dbc.postgresql.codec.Json;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository("replyDraftsStore")
class R2dbcDrafts implements StoredDrafts {
    private static final String MINE = """
            select content::text from conversation_draft
             where workspace_id = :workspace and conversation_id = :conversation and user_id = :user
            """;
    private static final String OTHERS = """
            select u.id, u.name, d.updated_at
              from conversation_draft d join app_user u on u.id = d.user_id
             where d.workspace_id = :workspace and d.conversation_id = :conversation and d.user_id <> :user and d.updated_at > :since
             order by u.name
            """;
    private static final String KEEP = """
            with before as (
                select updated_at from conversation_draft where conversation_id = :conversation and user_id = :user
            )
            insert into conversation_draft (conversation_id, user_id, workspace_id, content, updated_at)
            values (:conversation, :user, :workspace, :content, :now)
            on conflict (conversation_id, user_id) do update set content = excluded.content, updated_at = excluded.updated_at
            returning coalesce((select updated_at < :quiet from before), true) as is_news
            """;
    private static final String FORGET = """
            delete from conversation_draft
             where workspace_id = :workspace and conversation_id = :conversation and user_id = :user
            """;

    private final DatabaseClient database;
    private final Clock clock;

    R2dbcDrafts(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Mono<Kept> of(WorkspaceId workspace, ConversationId conversation, UserId user, Instant since) {
        Mono<Optional<String>> mine = statement(MINE, workspace, conversation, user)
                .mapValue(String.class)
                .one()
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
        Mono<List<Writing>> others = statement(OTHERS, workspace, conversation, user)
                .bind("since", since)
                .map(row -> new Writing(
                        new UserId(Columns.number(row, "id")),
                        Columns.text(row, "name"),
                        Columns.time(row, "updated_at")))
                .all()
                .collectList();
        return mine.zipWith(others, (own, writing) -> new Kept(own.orElse(null), writing));
    }

    @Override
    public Mono<Boolean> keep(
            WorkspaceId workspace, ConversationId conversation, UserId user, String content, Instant quiet) {
        return statement(KEEP, workspace, conversation, user)
                .bind("content", Json.of(JsonText.withoutNul(content)))
                .bind("now", clock.instant())
                .bind("quiet", quiet)
                .map(row -> Columns.flag(row, "is_news"))
                .one();
    }

    @Override
    public Mono<Boolean> forget(WorkspaceId workspace, ConversationId conversation, UserId user) {
        return statement(FORGET, workspace, conversation, user)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    private GenericExecuteSpec statement(String sql, WorkspaceId workspace, ConversationId conversation, UserId user) {
        return database.sql(sql)
                .bind("workspace", workspace.value())
                .bind("conversation", conversation.value())
                .bind("user", user.value());
    }
}
