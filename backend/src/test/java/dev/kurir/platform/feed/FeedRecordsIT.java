package dev.kurir.platform.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.testing.TestDatabase;
import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

class FeedRecordsIT {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final FeedRecords records = new FeedRecords(DATABASE.client(), new FeedRows(new JsonMapper()));
    private FeedCursor cursor = new FeedCursor(0, 0);

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void beginAtTheEnd() {
        cursor = await(records.end());
    }

    @Test
    void twoTransactionsThatCommitInReverseOrderAreBothRead() {
        List<String> read = new ArrayList<>();
        Connection early = begin("early");
        Connection late = begin("late");

        commit(late);
        read.addAll(readOn());
        assertThat(read)
                .as("the later one may not be read while an older one runs")
                .isEmpty();

        commit(early);
        read.addAll(readOn());
        assertThat(read).containsExactly("early", "late");
        assertThat(readOn()).isEmpty();
    }

    @Test
    void whatWasRolledBackIsNeitherReadNorWaitedFor() {
        Connection gone = begin("gone");
        Connection kept = begin("kept");
        commit(kept);
        await(Mono.from(gone.rollbackTransaction()).then(Mono.from(gone.close())));

        assertThat(readOn()).containsExactly("kept");
    }

    @Test
    void pagesJoinWithoutGapOrOverlap() {
        for (int i = 0; i < 7; i++) {
            commit(begin("row " + i));
        }
        List<String> read = new ArrayList<>();
        FeedPage page;
        do {
            page = await(records.after(cursor, 3));
            page.records().forEach(record -> read.add(record.type()));
            cursor = page.next();
        } while (!page.isLast());

        assertThat(read).containsExactly("row 0", "row 1", "row 2", "row 3", "row 4", "row 5", "row 6");
    }

    @Test
    void ofManyTransactionsAtOnceNoneIsSkippedOrReadTwice() {
        int many = 60;
        Mono<List<String>> writing = Flux.range(0, many)
                .flatMap(i -> transaction("many " + i, i % 7), 8)
                .collectList();
        List<String> read = new ArrayList<>();
        await(writing.zipWith(Flux.interval(Duration.ofMillis(5))
                .onBackpressureDrop()
                .concatMap(_ -> records.after(cursor, 4).doOnNext(page -> take(page, read)), 1)
                .takeUntil(_ -> read.size() >= many)
                .then(Mono.just(true))));

        assertThat(read).hasSize(many).doesNotHaveDuplicates();
    }

    private void take(FeedPage page, List<String> read) {
        page.records().forEach(record -> read.add(record.type()));
        cursor = page.next();
    }

    private List<String> readOn() {
        FeedPage page = await(records.after(cursor, 100));
        cursor = page.next();
        return page.records().stream().map(FeedRecord::type).toList();
    }

    private static Connection begin(String type) {
        return await(Mono.<Connection>from(DATABASE.unpooled().create())
                .delayUntil(
                        connection -> Mono.from(connection.beginTransaction()).then(insert(connection, type))));
    }

    private static Mono<Void> insert(Connection connection, String type) {
        return Flux.from(connection
                        .createStatement("insert into event (workspace_id, type) values (1, $1)")
                        .bind(0, type)
                        .execute())
                .concatMap(io.r2dbc.spi.Result::getRowsUpdated)
                .then();
    }

    private static void commit(Connection connection) {
        await(Mono.from(connection.commitTransaction()).then(Mono.from(connection.close())));
    }

    /** Stays open for some milliseconds, so that commits overtake each other. */
    private static Mono<String> transaction(String type, int millis) {
        return DATABASE.client()
                .sql("insert into event (workspace_id, type) values (1, :type)")
                .bind("type", type)
                .then()
                .then(DATABASE.client()
                        .sql("select pg_sleep(:seconds)")
                        .bind("seconds", millis / 1000.0)
                        .then())
                .thenReturn(type)
                .as(DATABASE.transactions()::transactional);
    }

    private static <T> T await(Mono<T> mono) {
        return Objects.requireNonNull(
                mono.switchIfEmpty(Mono.fromSupplier(FeedRecordsIT::nothing)).block(PATIENCE));
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T> T nothing() {
        return (T) new Object();
    }
}
