package dev.kurir.outbox.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.outbox.Gate;
import dev.kurir.outbox.Outbox;
import dev.kurir.outbox.Queues;
import dev.kurir.outbox.WorkerDesk;
import dev.kurir.outbox.WorkerStatus;
import dev.kurir.testing.KurirTest;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Somebody holds the gate and does not let go. */
@KurirTest
@Import(EngineIT.World.class)
@ExtendWith(OutputCaptureExtension.class)
class StuckGateIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration BOUND = Duration.ofSeconds(5);
    private static final String HOLD = "select pg_advisory_xact_lock(gate())";

    private final FakeTransport mail;
    private final OutboxWorld world;
    private final Outbox outbox;
    private final Gate gate;
    private final WorkerDesk workers;
    private final ConnectionFactory pool;
    private final Environment environment;

    StuckGateIT(
            FakeTransport mail,
            DatabaseClient database,
            Outbox outbox,
            Queues queues,
            Gate gate,
            WorkerDesk workers,
            ConnectionFactory pool,
            Environment environment) {
        this.mail = mail;
        this.outbox = outbox;
        this.gate = gate;
        this.workers = workers;
        this.pool = pool;
        this.environment = environment;
        this.world = new OutboxWorld(database, outbox, queues);
    }

    @BeforeEach
    void aFriendlyServer() {
        mail.beFriendly();
    }

    @Test
    void aTransactionLeftOpenOnAPooledConnectionEndsByItselfAndSendingGoesOn() {
        CampaignId campaign = world.campaign(world.account(2), 20);
        Connection forgotten = acquire();
        Mono.from(forgotten.beginTransaction()).then(run(forgotten, HOLD)).block(SOON);

        outbox.open(campaign).block(SOON);

        await().atMost(SOON).until(() -> world.counts(campaign).accepted() == 20);
        Mono.from(forgotten.close()).onErrorComplete().block(SOON);
    }

    @Test
    void aStopSaysThatItIsNotDoneYetWhileSomebodyElseHoldsTheGate() throws SQLException {
        CampaignId campaign = world.campaign(world.account(2), 20);
        try (var other = otherSession();
                var statement = other.createStatement()) {
            statement.execute("select pg_advisory_lock(gate())");

            var stopped = Objects.requireNonNull(
                    outbox.hold(campaign).then(outbox.settle(campaign)).block(BOUND));

            assertThat(stopped.confirmed()).isFalse();
        }
        assertThat(gate.pass().block(BOUND)).isTrue();
    }

    @Test
    void theBarrierNeedsNoConnectionOfTheWeb() {
        List<Connection> taken = Flux.range(0, 20)
                .concatMap(_ -> pool.create())
                .cast(Connection.class)
                .collectList()
                .block(SOON);

        try {
            assertThat(gate.pass().block(BOUND)).isTrue();
        } finally {
            Flux.fromIterable(Objects.requireNonNull(taken))
                    .concatMap(Connection::close)
                    .then()
                    .block(SOON);
        }
    }

    @Test
    void whoHoldsTheFlushUpIsInTheLogAndTheWorkersDoNotCallThemselvesOn(CapturedOutput log) throws SQLException {
        AccountId account = world.account(2);
        CampaignId campaign = world.campaign(account, 20);
        outbox.open(campaign).block(SOON);
        await().atMost(SOON).until(() -> world.counts(campaign).accepted() == 20);
        CampaignId next = world.campaign(account, 20);
        try (var other = otherSession();
                var statement = other.createStatement()) {
            statement.execute("select pg_advisory_lock(gate()), 'nobody lets go'");
            var pid = statement.executeQuery("select pg_backend_pid(), 'who is it'");
            pid.next();
            int blocker = pid.getInt(1);
            outbox.open(next).block(SOON);

            await().atMost(SOON).until(() -> log.getOut().contains("session " + blocker + " (idle"));

            assertThat(log.getOut()).contains("who is it");
            assertThat(workers.all(world.workspace).block(SOON))
                    .anySatisfy(view -> assertThat(view.status())
                            .extracting(WorkerStatus::state, WorkerStatus::reason)
                            .containsExactly(WorkerStatus.State.BLOCKED, "database"));
        }
        await().atMost(SOON).until(() -> world.counts(next).accepted() == 20);
        await().atMost(SOON)
                .until(() -> Objects.requireNonNull(workers.all(world.workspace).block(SOON)).stream()
                        .noneMatch(view -> "database".equals(view.status().reason())));
    }

    private Connection acquire() {
        return Objects.requireNonNull(
                Mono.from(pool.create()).cast(Connection.class).block(SOON));
    }

    private static Mono<Void> run(Connection connection, String sql) {
        return Flux.from(connection.createStatement(sql).execute())
                .concatMap(result -> result.map(_ -> 1))
                .then();
    }

    /** Neither ours nor idle in a transaction: nothing ends it. */
    private java.sql.Connection otherSession() throws SQLException {
        return DriverManager.getConnection(
                environment.getRequiredProperty("spring.flyway.url"),
                environment.getRequiredProperty("spring.flyway.user"),
                environment.getRequiredProperty("spring.flyway.password"));
    }
}
