package dev.kurir.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kurir.testing.KurirTest;
import dev.kurir.testing.Owner;
import io.r2dbc.pool.ConnectionPool;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;

/** Browsers that leave in the middle of a request, again and again. */
@KurirTest
@ExtendWith(OutputCaptureExtension.class)
class GoneBrowsersIT {
    private static final int REQUESTS = 400;
    private static final long SEED = System.nanoTime();
    private static final Duration SOON = Duration.ofSeconds(8);
    private static final String LEFT_OPEN = "select count(*) from pg_stat_activity"
            + " where datname = current_database() and state like 'idle in transaction%'";

    private final KurirApi api = new KurirApi();
    private final DatabaseClient database;
    private final ConnectionPool pool;

    GoneBrowsersIT(ApplicationContext context, DatabaseClient database, ConnectionPool pool) {
        this.database = database;
        this.pool = pool;
        Owner.of(context);
        int port =
                ((ReactiveWebServerApplicationContext) context).getWebServer().getPort();
        api.signIn(URI.create("http://localhost:" + port));
    }

    @Test
    void leaveNoTransactionOpenNoConnectionTakenAndNoNoiseInTheLog(CapturedOutput log) {
        api.get("/campaigns");
        int before = log.getAll().length();
        SplittableRandom dice = new SplittableRandom(SEED);
        for (int request = 0; request < REQUESTS; request++) {
            api.getAndGoAway("/campaigns", dice.nextLong(8_000_000));
        }

        // sooner than the server's own limit would end one
        await().atMost(SOON).until(() -> taken() == 0 && leftOpen() == 0);
        assertThat(log.getAll().substring(before)).as("seed %d", SEED).doesNotContain("WARN", "ERROR");
    }

    private int taken() {
        return pool.getMetrics().orElseThrow().acquiredSize();
    }

    private long leftOpen() {
        return Objects.requireNonNull(
                database.sql(LEFT_OPEN).mapValue(Long.class).one().block(SOON));
    }
}
