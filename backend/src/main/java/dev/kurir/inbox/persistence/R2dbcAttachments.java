package dev.kurir.inbox.persistence;

import dev.kurir.inbox.AttachedFile;
import dev.kurir.inbox.StoredAttachments;
import dev.kurir.kernel.AttachmentId;
import dev.kurir.kernel.EntryId;
import dev.kurir.kernel.UserId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.platform.blob.Blobs;
import dev.kurir.workspace.Caller;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcAttachments implements StoredAttachments {
    private static final String ADD = """
            insert into attachment (workspace_id, sha256, file_name, type, size, created_by, created_at)
            values (:workspace, :sha256, :fileName, :type, :size, :by, :now) returning id, file_name, type, size
            """;
    private static final String GET = """
            select a.id, a.file_name, a.type, a.size, b.octets
              from attachment a join blob b on b.workspace_id = a.workspace_id and b.sha256 = a.sha256
             where a.workspace_id = :workspace and a.id = :id
            """;
    private static final String SEEN = GET
            + " and case when a.quick_reply_id is not null then true when a.entry_id is null then :seesAll or a.created_by = :viewer"
            + " else exists (select from conversation_entry e join conversation c on c.id = e.conversation_id"
            + " where e.id = a.entry_id and " + Visible.CONDITION + ") end";
    private static final String UNSENT = """
            select id, file_name, type, size from attachment
             where workspace_id = :workspace and id = any (:ids) and entry_id is null and quick_reply_id is null
               and (:seesAll or created_by = :viewer)
             order by array_position(:ids, id) for update
            """;
    private static final String TIE = """
            update attachment set entry_id = :entry, place = array_position(:ids, id) where id = any (:ids)
            """;
    private static final String UNTIE = """
            update attachment set entry_id = null, place = null, created_by = :by, created_at = :now where entry_id = :entry
            """;

    private final DatabaseClient database;
    private final Blobs blobs;
    private final Clock clock;

    R2dbcAttachments(DatabaseClient database, Blobs blobs, Clock clock) {
        this.database = database;
        this.blobs = blobs;
        this.clock = clock;
    }

    @Override
    public Mono<AttachedFile> add(WorkspaceId workspace, UserId by, String fileName, String type, byte[] octets) {
        return blobs.put(workspace, octets)
                .flatMap(hash -> database.sql(ADD)
                        .bind("workspace", workspace.value())
                        .bind("sha256", hash)
                        .bind("fileName", fileName)
                        .bind("type", type)
                        .bind("size", octets.length)
                        .bind("by", by.value())
                        .bind("now", clock.instant())
                        .map(R2dbcAttachments::file)
                        .one());
    }

    @Override
    public Mono<Stored> get(WorkspaceId workspace, AttachmentId id) {
        return database.sql(GET)
                .bind("workspace", workspace.value())
                .bind("id", id.value())
                .map(R2dbcAttachments::stored)
                .one();
    }

    @Override
    public Mono<Stored> seen(Caller caller, AttachmentId id) {
        return Visible.bind(database.sql(SEEN), caller)
                .bind("id", id.value())
                .map(R2dbcAttachments::stored)
                .one();
    }

    @Override
    public Mono<List<AttachedFile>> unsent(Caller caller, List<AttachmentId> ids) {
        return Visible.bind(database.sql(UNSENT), caller)
                .bind("ids", ids.stream().map(AttachmentId::value).toArray(Long[]::new))
                .map(R2dbcAttachments::file)
                .all()
                .collectList();
    }

    @Override
    public Mono<Void> tie(EntryId entry, List<AttachedFile> files) {
        return database.sql(TIE)
                .bind("entry", entry.value())
                .bind("ids", files.stream().map(file -> file.id().value()).toArray(Long[]::new))
                .then();
    }

    @Override
    public Mono<Void> untie(EntryId entry, UserId by) {
        return database.sql(UNTIE)
                .bind("entry", entry.value())
                .bind("by", by.value())
                .bind("now", clock.instant())
                .then();
    }

    @Override
    public Mono<Integer> forget(Instant before) {
        return database.sql("select forget_uploads(:before)")
                .bind("before", before)
                .mapValue(Integer.class)
                .one();
    }

    private static Stored stored(Readable row) {
        return new Stored(file(row), Objects.requireNonNull(row.get("octets", byte[].class)));
    }

    static AttachedFile file(Readable row) {
        return new AttachedFile(
                new AttachmentId(Columns.number(row, "id")),
                Columns.text(row, "file_name"),
                Columns.text(row, "type"),
                Columns.integer(row, "size"));
    }
}
