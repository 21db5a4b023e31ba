package dev.kurir.platform.feed;

import dev.kurir.kernel.WorkspaceId;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads the feed behind the oldest transaction that is still running. */
@Component
class FeedRecords {
    private static final String HORIZON = "select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as horizon";
    // Rows and horizon come from one statement, hence from one snapshot: what is behind this horizon is complete in it.
    private static final String AFTER = """
            with now as (select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as horizon)
            select now.horizon, e.*
              from now left join lateral (
                   select * from event
                    where (tx, seq) > (:tx, :seq) and tx < now.horizon
                    order by tx, seq limit :limit) e on true
            """;
    private static final String BETWEEN = """
            select 0::bigint as horizon, e.* from event e
             where workspace_id = :workspace and (tx, seq) > (:fromTx, :fromSeq) and (tx, seq) <= (:toTx, :toSeq)
             order by tx, seq limit :limit
            """;

    private record Row(long horizon, Optional<FeedRecord> record) {}

    private final DatabaseClient database;
    private final FeedRows rows;

    FeedRecords(DatabaseClient database, FeedRows rows) {
        this.database = database;
        this.rows = rows;
    }

    /** Where the feed ends now. */
    Mono<FeedCursor> end() {
        return database.sql(HORIZON)
                .map(row -> FeedCursor.before(read(row, "horizon", Long.class)))
                .one();
    }

    Mono<FeedPage> after(FeedCursor cursor, int limit) {
        return database.sql(AFTER)
                .bind("tx", cursor.tx())
                .bind("seq", cursor.seq())
                .bind("limit", limit)
                .map(this::row)
                .all()
                .collectList()
                .map(rows -> page(rows, limit));
    }

    /** What happened in one workspace behind {@code from} and not behind {@code to}; both are behind the horizon. */
    Mono<List<FeedRecord>> between(WorkspaceId workspace, FeedCursor from, FeedCursor to, int limit) {
        return database.sql(BETWEEN)
                .bind("workspace", workspace.value())
                .bind("fromTx", from.tx())
                .bind("fromSeq", from.seq())
                .bind("toTx", to.tx())
                .bind("toSeq", to.seq())
                .bind("limit", limit)
                .map(this::row)
                .all()
                .mapNotNull(row -> row.record().orElse(null))
                .collectList();
    }

    private static FeedPage page(List<Row> rows, int limit) {
        List<FeedRecord> records =
                rows.stream().flatMap(row -> row.record().stream()).toList();
        boolean isLast = records.size() < limit;
        FeedCursor next = isLast
                ? FeedCursor.before(rows.getFirst().horizon())
                : records.getLast().cursor();
        return new FeedPage(records, next, isLast);
    }

    private Row row(Readable row) {
        long horizon = read(row, "horizon", Long.class);
        return row.get("tx", Long.class) == null
                ? new Row(horizon, Optional.empty())
                : new Row(horizon, Optional.of(rows.read(row)));
    }

    private static <T> T read(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
