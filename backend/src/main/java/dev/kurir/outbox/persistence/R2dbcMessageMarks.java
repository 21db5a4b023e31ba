package dev.kurir.outbox.persistence;

import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.MessageId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.outbox.MessageMarks;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcMessageMarks implements MessageMarks {
    private static final String MARK = """
            insert into message_mark (message_id, kind, workspace_id, account_id, campaign_id, at, detail)
            select id, :kind, workspace_id, account_id, campaign_id, :at, :detail
              from message where id = :id and workspace_id = :workspace
            on conflict do nothing
            """;
    private static final String COUNT_BOUNCE = """
            select note_late_bounce(account_id, workspace_id, :reply) from message where id = :id and workspace_id = :workspace
            """;
    private static final String COUNTS = """
            select kind, count(*) as marked from message_mark
             where workspace_id = :workspace and campaign_id = :campaign group by kind
            """;

    private final DatabaseClient database;

    R2dbcMessageMarks(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Boolean> mark(
            WorkspaceId workspace, MessageId message, Mark mark, Instant at, @Nullable String detail) {
        return database.sql(MARK)
                .bind("kind", mark.word())
                .bind("at", at)
                .bind("detail", Parameters.in(R2dbcType.VARCHAR, detail))
                .bind("id", message.value())
                .bind("workspace", workspace.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    @Override
    public Mono<Void> countHardBounce(WorkspaceId workspace, MessageId message, String reply) {
        return database.sql(COUNT_BOUNCE)
                .bind("reply", reply)
                .bind("id", message.value())
                .bind("workspace", workspace.value())
                .then();
    }

    @Override
    public Mono<Map<Mark, Long>> counts(WorkspaceId workspace, CampaignId campaign) {
        return database.sql(COUNTS)
                .bind("workspace", workspace.value())
                .bind("campaign", campaign.value())
                .map(row -> Map.entry(Mark.of(text(row, "kind")), number(row, "marked")))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    @Override
    public Mono<List<Marked>> of(Collection<MessageId> messages) {
        return database.sql(
                        "select message_id, kind, at, detail from message_mark where message_id = any(:ids) order by at")
                .bind("ids", messages.stream().map(MessageId::value).toArray(Long[]::new))
                .map(row -> new Marked(
                        new MessageId(number(row, "message_id")),
                        Mark.of(text(row, "kind")),
                        Objects.requireNonNull(row.get("at", Instant.class)),
                        row.get("detail", String.class)))
                .all()
                .collectList();
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }

    private static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class), column);
    }
}
