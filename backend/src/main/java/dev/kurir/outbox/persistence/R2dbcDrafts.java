package dev.kurir.outbox.persistence;

import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.EmailAddress;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.outbox.DraftContent;
import dev.kurir.outbox.Drafts;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcDrafts implements Drafts {
    private final DatabaseClient database;
    private final Clock clock;

    R2dbcDrafts(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Mono<Long> add(WorkspaceId workspaceId, DraftContent content) {
        return database.sql("""
                        insert into draft (workspace_id, kind, subject, preheader, html, text, from_name, from_address, created_at)
                        values (:workspace, :kind, :subject, :preheader, :html, :text, :fromName, :from, :now) returning id
                        """)
                .bind("workspace", workspaceId.value())
                .bind("kind", content.kind().name().toLowerCase(Locale.ROOT))
                .bind("subject", content.subject())
                .bind("preheader", content.preheader())
                .bind("html", content.html())
                .bind("text", content.text())
                .bind("fromName", content.fromName())
                .bind("from", content.from().value())
                .bind("now", clock.instant())
                .mapValue(Long.class)
                .one();
    }

    @Override
    public Mono<DraftContent> find(long draftId) {
        return database.sql(
                        "select kind, subject, preheader, html, text, from_name, from_address from draft where id = :id")
                .bind("id", draftId)
                .map(R2dbcDrafts::content)
                .one()
                .switchIfEmpty(Mono.error(() -> DomainException.notFound("draft")));
    }

    private static DraftContent content(Readable row) {
        return new DraftContent(
                DraftContent.Kind.valueOf(text(row, "kind").toUpperCase(Locale.ROOT)),
                text(row, "subject"),
                text(row, "preheader"),
                text(row, "html"),
                text(row, "text"),
                text(row, "from_name"),
                new EmailAddress(text(row, "from_address")));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
