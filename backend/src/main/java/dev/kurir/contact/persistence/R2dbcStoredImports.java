package dev.kurir.contact.persistence;

import dev.kurir.contact.ContactImport;
import dev.kurir.contact.ImportRefusal;
import dev.kurir.contact.StoredImports;
import dev.kurir.kernel.ImportId;
import dev.kurir.kernel.WorkspaceId;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcStoredImports implements StoredImports {
    private static final String START = """
            insert into contact_import (workspace_id, file_name, state, bytes_total, created_at, alive_at)
            values (:workspace, :file, 'running', :bytes, :now, :now)
            returning id
            """;
    private static final String SELECT = "select * from contact_import where workspace_id = :workspace";
    private static final String REFUSALS = """
            select line, code, detail, content from contact_import_refusal
             where workspace_id = :workspace and import_id = :id order by line
            """;
    private static final String COUNT = """
            update contact_import set lines = lines + :lines, created = created + :created, updated = updated + :updated,
                   skipped = skipped + :skipped, refused = refused + :refused, bytes_read = :bytes, alive_at = :now
             where id = :id
            """;
    private static final String REFUSE = """
            insert into contact_import_refusal (import_id, workspace_id, line, code, detail, content)
            select :id, :workspace, line, code, detail, content
              from unnest(:lines::bigint[], :codes::text[], :details::text[], :contents::text[])
                   as refusal (line, code, detail, content)
            on conflict do nothing
            """;
    private static final String END = """
            update contact_import set state = case when :problem::text is null then 'done' else 'failed' end,
                   problem = :problem, bytes_read = case when :problem::text is null then bytes_total else bytes_read end
             where id = :id and state = 'running'
            returning id
            """;
    private static final String TOUCH =
            "update contact_import set alive_at = :now where id = any(:ids) and state = 'running'";
    private static final String END_SILENT = """
            update contact_import set state = 'failed', problem = :problem
             where state = 'running' and coalesce(alive_at, created_at) < :before
            returning id, workspace_id, file_name
            """;

    private final DatabaseClient database;
    private final Clock clock;

    R2dbcStoredImports(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Mono<ImportId> start(WorkspaceId workspace, String fileName, long bytes) {
        return database.sql(START)
                .bind("workspace", workspace.value())
                .bind("file", fileName)
                .bind("bytes", bytes)
                .bind("now", clock.instant())
                .map(row -> new ImportId(Rows.number(row, "id")))
                .one();
    }

    @Override
    public Mono<ContactImport> find(WorkspaceId workspace, ImportId id) {
        return database.sql(SELECT + " and id = :id")
                .bind("workspace", workspace.value())
                .bind("id", id.value())
                .map(R2dbcStoredImports::read)
                .one();
    }

    @Override
    public Mono<List<ContactImport>> latest(WorkspaceId workspace, int limit) {
        return database.sql(SELECT + " order by id desc limit :limit")
                .bind("workspace", workspace.value())
                .bind("limit", limit)
                .map(R2dbcStoredImports::read)
                .all()
                .collectList();
    }

    @Override
    public Mono<List<ImportRefusal>> refusals(WorkspaceId workspace, ImportId id) {
        return database.sql(REFUSALS)
                .bind("workspace", workspace.value())
                .bind("id", id.value())
                .map(row -> new ImportRefusal(
                        Rows.number(row, "line"),
                        Rows.text(row, "code"),
                        Rows.text(row, "detail"),
                        Rows.text(row, "content")))
                .all()
                .collectList();
    }

    @Override
    public Mono<Void> count(ImportId id, Counts counts, long bytesRead) {
        return database.sql(COUNT)
                .bind("id", id.value())
                .bind("lines", counts.lines())
                .bind("created", counts.created())
                .bind("updated", counts.updated())
                .bind("skipped", counts.skipped())
                .bind("refused", counts.refused())
                .bind("bytes", bytesRead)
                .bind("now", clock.instant())
                .then();
    }

    @Override
    public Mono<Void> refuse(WorkspaceId workspace, ImportId id, List<ImportRefusal> refusals) {
        if (refusals.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(REFUSE)
                .bind("id", id.value())
                .bind("workspace", workspace.value())
                .bind("lines", refusals.stream().map(ImportRefusal::line).toArray(Long[]::new))
                .bind("codes", column(refusals, ImportRefusal::code))
                .bind("details", column(refusals, ImportRefusal::detail))
                .bind("contents", column(refusals, ImportRefusal::content))
                .then();
    }

    @Override
    public Mono<ImportId> end(ImportId id, @Nullable String problem) {
        return database.sql(END)
                .bind("id", id.value())
                .bind("problem", Rows.nullable(problem))
                .map(row -> id)
                .one();
    }

    @Override
    public Mono<Void> touch(Collection<ImportId> ids) {
        return database.sql(TOUCH)
                .bind("ids", Rows.keys(ids))
                .bind("now", clock.instant())
                .then();
    }

    @Override
    public Mono<List<Abandoned>> endSilent(Duration silence, String problem) {
        return database.sql(END_SILENT)
                .bind("problem", problem)
                .bind("before", clock.instant().minus(silence))
                .map(row -> new Abandoned(
                        new ImportId(Rows.number(row, "id")),
                        new WorkspaceId(Rows.number(row, "workspace_id")),
                        Rows.text(row, "file_name")))
                .all()
                .collectList();
    }

    private static String[] column(List<ImportRefusal> refusals, Function<ImportRefusal, String> value) {
        return refusals.stream().map(value).toArray(String[]::new);
    }

    private static ContactImport read(Readable row) {
        return new ContactImport(
                new ImportId(Rows.number(row, "id")),
                Rows.text(row, "file_name"),
                ContactImport.State.valueOf(Rows.text(row, "state").toUpperCase(Locale.ROOT)),
                Rows.number(row, "bytes_total"),
                Rows.number(row, "bytes_read"),
                Rows.number(row, "lines"),
                Rows.number(row, "created"),
                Rows.number(row, "updated"),
                Rows.number(row, "skipped"),
                Rows.number(row, "refused"),
                row.get("problem", String.class),
                Objects.requireNonNull(row.get("created_at", Instant.class)));
    }
}
