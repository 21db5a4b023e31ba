package dev.kurir.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.testing.TestDatabase;
import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** What the next user of a pooled connection finds when the one before went away in the middle of something. */
class PooledConnectionIT {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int ROUNDS = 400;
    private static final long SEED = System.nanoTime();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void aTransactionWhoseBeginWasCancelledIsNobodyElsesTransaction() {
        SplittableRandom dice = new SplittableRandom(SEED);
        List<Integer> dirty = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            beginAndGoAway(dice.nextLong(400_000));
            if (!isClean()) {
                dirty.add(round);
            }
        }

        assertThat(dirty)
                .as("rounds in which the next user was in a transaction, seed %d", SEED)
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "statement_timeout, 1min",
        "lock_timeout, 10s",
        "idle_in_transaction_session_timeout, 10s",
        "transaction_timeout, 2min"
    })
    void theServerEndsWhatTakesTooLong(String setting, String limit) {
        assertThat(DATABASE.client()
                        .sql("select current_setting('" + setting + "')")
                        .mapValue(String.class)
                        .one()
                        .block(SOON))
                .isEqualTo(limit);
    }

    private static void beginAndGoAway(long nanos) {
        Connection connection = acquire();
        Disposable begin = Mono.from(connection.beginTransaction()).subscribe();
        long until = System.nanoTime() + nanos;
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        begin.dispose();
        Mono.from(connection.close()).block(SOON);
    }

    /** As a user sees it who asks the server something. */
    private static boolean isClean() {
        Connection connection = acquire();
        Mono.from(connection.createStatement("select 1").execute())
                .flatMap(result -> Mono.from(result.map(_ -> 1)))
                .block(SOON);
        boolean clean = connection.isAutoCommit();
        Mono.from(connection.rollbackTransaction())
                .then(Mono.from(connection.close()))
                .block(SOON);
        return clean;
    }

    private static Connection acquire() {
        return Objects.requireNonNull(Mono.from(DATABASE.connections().create())
                .cast(Connection.class)
                .block(SOON));
    }
}
