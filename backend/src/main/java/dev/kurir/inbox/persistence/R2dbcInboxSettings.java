package dev.kurir.inbox.persistence;

import dev.kurir.inbox.InboxSettings;
import dev.kurir.inbox.StoredInboxSettings;
import dev.kurir.kernel.WorkspaceId;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcInboxSettings implements StoredInboxSettings {
    private static final String KEEP = """
            insert into inbox_settings (workspace_id, done_after_hours, archive_after_hours, hands_out)
            values (:workspace, :done, :archive, :handsOut)
            on conflict (workspace_id) do update set done_after_hours = excluded.done_after_hours,
                   archive_after_hours = excluded.archive_after_hours, hands_out = excluded.hands_out
            """;

    private final DatabaseClient database;

    R2dbcInboxSettings(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<InboxSettings> find(WorkspaceId workspace) {
        return database.sql(
                        "select done_after_hours, archive_after_hours, hands_out from inbox_settings where workspace_id = :workspace")
                .bind("workspace", workspace.value())
                .map(row -> new InboxSettings(
                        row.get("done_after_hours", Integer.class),
                        row.get("archive_after_hours", Integer.class),
                        Columns.flag(row, "hands_out")))
                .one()
                .defaultIfEmpty(InboxSettings.NOTHING);
    }

    @Override
    public Mono<InboxSettings> keep(WorkspaceId workspace, InboxSettings settings) {
        return database.sql(KEEP)
                .bind("workspace", workspace.value())
                .bind("done", Parameters.in(R2dbcType.INTEGER, settings.doneAfterHours()))
                .bind("archive", Parameters.in(R2dbcType.INTEGER, settings.archiveAfterHours()))
                .bind("handsOut", settings.handsOut())
                .then()
                .thenReturn(settings);
    }

    @Override
    public Mono<Integer> settle(Instant now, int most) {
        return database.sql("select settle_conversations(:now, :most)")
                .bind("now", now)
                .bind("most", most)
                .mapValue(Integer.class)
                .one();
    }

    @Override
    public Mono<Integer> handOut(Instant now, Instant onlineSince, int most) {
        return database.sql("select hand_out_conversations(:now, :onlineSince, :most)")
                .bind("now", now)
                .bind("onlineSince", onlineSince)
                .bind("most", most)
                .mapValue(Integer.class)
                .one();
    }
}
