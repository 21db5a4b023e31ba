package dev.kurir.inbox.persistence;

import dev.kurir.inbox.AttachedFile;
import dev.kurir.inbox.QuickReplyFiles;
import dev.kurir.kernel.QuickReplyId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.workspace.Caller;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcQuickReplyFiles implements QuickReplyFiles {
    private static final String ALL = """
            select quick_reply_id, id, file_name, type, size from attachment
             where workspace_id = :workspace and quick_reply_id is not null order by quick_reply_id, place
            """;
    private static final String HOLD = """
            update attachment set quick_reply_id = :reply, place = array_position(:ids, id) where id = any (:ids)
            """;
    private static final String RELEASE = """
            update attachment set quick_reply_id = null, place = null, created_by = :by, created_at = :now
             where workspace_id = :workspace and quick_reply_id = :reply
            """;
    private static final String COPY = """
            insert into attachment (workspace_id, sha256, file_name, type, size, created_by, created_at)
            select workspace_id, sha256, file_name, type, size, :by, :now from attachment
             where workspace_id = :workspace and quick_reply_id = :reply order by place
            returning id, file_name, type, size
            """;

    private final DatabaseClient database;
    private final Clock clock;

    R2dbcQuickReplyFiles(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Mono<Map<QuickReplyId, List<AttachedFile>>> all(WorkspaceId workspace) {
        return database.sql(ALL)
                .bind("workspace", workspace.value())
                .map(row ->
                        Map.entry(new QuickReplyId(Columns.number(row, "quick_reply_id")), R2dbcAttachments.file(row)))
                .all()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    @Override
    public Mono<Void> hold(QuickReplyId reply, List<AttachedFile> files) {
        return database.sql(HOLD)
                .bind("reply", reply.value())
                .bind("ids", files.stream().map(file -> file.id().value()).toArray(Long[]::new))
                .then();
    }

    @Override
    public Mono<Void> release(Caller caller, QuickReplyId reply) {
        return bind(RELEASE, caller, reply).then();
    }

    @Override
    public Mono<List<AttachedFile>> copy(Caller caller, QuickReplyId reply) {
        return bind(COPY, caller, reply).map(R2dbcAttachments::file).all().collectList();
    }

    private DatabaseClient.GenericExecuteSpec bind(String sql, Caller caller, QuickReplyId reply) {
        return database.sql(sql)
                .bind("workspace", caller.workspaceId().value())
                .bind("reply", reply.value())
                .bind("by", caller.userId().value())
                .bind("now", clock.instant());
    }
}
