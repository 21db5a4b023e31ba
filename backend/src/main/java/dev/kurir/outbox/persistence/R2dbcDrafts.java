package dev.kurir.outbox.persistence;

import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.EmailAddress;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.outbox.DraftContent;
import dev.kurir.outbox.Drafts;
import dev.kurir.outbox.LetterHead;
import dev.kurir.outbox.LetterHead.Attachment;
import dev.kurir.platform.blob.Blobs;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

@Repository
class R2dbcDrafts implements Drafts {
    private static final String ADD = """
            insert into draft (workspace_id, kind, subject, preheader, html, text, from_name, from_address, letter, created_at)
            values (:workspace, :kind, :subject, :preheader, :html, :text, :fromName, :from, :letter, :now) returning id
            """;
    private static final String FIND = """
            select kind, subject, preheader, html, text, from_name, from_address, letter::text from draft where id = :id
            """;
    private static final String ATTACH = """
            insert into draft_attachment (draft_id, place, workspace_id, sha256, file_name, type)
            values (:draft, :place, :workspace, :sha256, :fileName, :type)
            """;
    private static final String ATTACHMENTS = """
            select a.file_name, a.type, b.octets
              from draft_attachment a join blob b on b.workspace_id = a.workspace_id and b.sha256 = a.sha256
             where a.draft_id = :id order by a.place
            """;

    private final DatabaseClient database;
    private final Blobs blobs;
    private final JsonMapper json;
    private final Clock clock;

    R2dbcDrafts(DatabaseClient database, Blobs blobs, JsonMapper json, Clock clock) {
        this.database = database;
        this.blobs = blobs;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Mono<Long> add(WorkspaceId workspaceId, DraftContent content) {
        Json letter = content.letter().equals(LetterHead.NONE)
                ? null
                : Json.of(json.writeValueAsString(LetterRow.of(content.letter())));
        return database.sql(ADD)
                .bind("workspace", workspaceId.value())
                .bind("kind", content.kind().name().toLowerCase(Locale.ROOT))
                .bind("subject", content.subject())
                .bind("preheader", content.preheader())
                .bind("html", content.html())
                .bind("text", content.text())
                .bind("fromName", content.fromName())
                .bind("from", content.from().value())
                .bind("letter", letter == null ? Parameters.in(Json.class) : letter)
                .bind("now", clock.instant())
                .mapValue(Long.class)
                .one()
                .delayUntil(id -> attach(workspaceId, id, content.letter().attachments()));
    }

    @Override
    public Mono<DraftContent> find(long draftId) {
        return database.sql(FIND)
                .bind("id", draftId)
                .map(this::content)
                .one()
                .switchIfEmpty(Mono.error(() -> DomainException.notFound("draft")))
                .flatMap(content -> withAttachments(draftId, content));
    }

    private Mono<Void> attach(WorkspaceId workspace, long draft, List<Attachment> attachments) {
        return Flux.fromIterable(attachments)
                .index()
                .concatMap(indexed -> attach(workspace, draft, indexed.getT1().intValue(), indexed.getT2()))
                .then();
    }

    private Mono<Void> attach(WorkspaceId workspace, long draft, int place, Attachment attachment) {
        return blobs.put(workspace, attachment.octets())
                .flatMap(hash -> database.sql(ATTACH)
                        .bind("draft", draft)
                        .bind("place", place)
                        .bind("workspace", workspace.value())
                        .bind("sha256", hash)
                        .bind("fileName", attachment.fileName())
                        .bind("type", attachment.type())
                        .then());
    }

    private Mono<DraftContent> withAttachments(long draft, DraftContent content) {
        if (content.kind() != DraftContent.Kind.REPLY) {
            return Mono.just(content);
        }
        return database.sql(ATTACHMENTS)
                .bind("id", draft)
                .map(row -> new Attachment(
                        text(row, "file_name"),
                        text(row, "type"),
                        Objects.requireNonNull(row.get("octets", byte[].class))))
                .all()
                .collectList()
                .map(files -> content.with(content.letter().with(files)));
    }

    private DraftContent content(Readable row) {
        @Nullable String letter = row.get("letter", String.class);
        return new DraftContent(
                DraftContent.Kind.valueOf(text(row, "kind").toUpperCase(Locale.ROOT)),
                text(row, "subject"),
                text(row, "preheader"),
                text(row, "html"),
                text(row, "text"),
                text(row, "from_name"),
                new EmailAddress(text(row, "from_address")),
                letter == null
                        ? LetterHead.NONE
                        : json.readValue(letter, LetterRow.class).toLetter());
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
