package dev.kurir.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kurir.testing.KurirTest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * The switch, pause, cancel and suppression at random moments of a campaign at full speed, over HTTP and SMTP: after
 * the answer no more messages arrive than it named. In half of the rounds the server stalls while the stop is under
 * way, so that what is in flight cannot end between the counting and the answer, and one message too many shows.
 */
@KurirTest
class OffMeansOffIT {
    private static final int ROUNDS = Integer.getInteger("off.rounds", 20);
    private static final long SEED = Long.getLong("off.seed", System.nanoTime());
    private static final int CONNECTIONS = 16;
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int QUEUED = 1;
    /** Now and then a flush waits between its verdicts and its commit: the moment that the gate is there for. */
    private static final String SLOW_DISK = """
            create or replace function slow_disk() returns trigger language plpgsql as $$ begin
                if random() < 0.2 then perform pg_sleep(random() * 0.03); end if;
                return null;
            end $$;
            drop trigger if exists slow_disk on node;
            create constraint trigger slow_disk after update of flush_no on node
            deferrable initially deferred for each row execute function slow_disk()
            """;

    private static final StallingSink SINK = sink();

    private final SplittableRandom dice = new SplittableRandom(SEED);
    private final KurirApi api = new KurirApi();
    private final SendingWorld world;
    private int accounts;
    /** How long the last answer took. */
    private long answered;

    OffMeansOffIT(ApplicationContext context) {
        world = SendingWorld.in(context, api);
        world.sql(SLOW_DISK);
        System.out.println("off means off, seed " + SEED);
    }

    @DynamicPropertySource
    static void theSinkMayBeReached(DynamicPropertyRegistry properties) {
        properties.add("kurir.allow-private-targets", () -> "127.0.0.1:" + SINK.port());
    }

    @AfterAll
    static void close() {
        SINK.close();
    }

    @ParameterizedTest(name = "{0} connections")
    @ValueSource(ints = {1, 16})
    void afterTheSwitchOrAPauseNothingLeavesButWhatTheAnswerNamed(int connections) {
        String account = account(connections);
        String campaign = processed(account, "stopped" + connections, 300 * ROUNDS);
        for (int round = 0; round < ROUNDS; round++) {
            SINK.hesitate(dice.nextBoolean() ? 0 : dice.nextLong(20_000_000));
            untilMoreHaveLeft(1 + dice.nextInt(5 * connections));
            switch (dice.nextInt(3)) {
                case 0 -> {
                    stopped(() -> api.put("/accounts/" + account + "/worker", Map.of("wanted", "OFF")));
                    api.put("/accounts/" + account + "/worker", Map.of("wanted", "ON"));
                }
                case 1 -> {
                    stopped(() -> api.put("/workers", Map.of("wanted", "OFF")));
                    api.put("/workers", Map.of("wanted", "ON"));
                }
                default -> {
                    stopped(() -> api.post("/campaigns/" + campaign + "/pause", null));
                    api.post("/campaigns/" + campaign + "/resume", null);
                }
            }
        }
        SINK.hesitate(0);
        stopped(() -> api.post("/campaigns/" + campaign + "/cancel", null));
        assertThat(SINK.twice()).isZero();
    }

    @Test
    void afterACancelNothingLeavesButWhatTheAnswerNamed() {
        String account = account(CONNECTIONS);
        for (int round = 0; round < ROUNDS / 8; round++) {
            String campaign = processed(account, "cancelled" + round, 1_000);
            untilMoreHaveLeft(1 + dice.nextInt(500));
            stopped(() -> api.post("/campaigns/" + campaign + "/cancel", null));
        }
        assertThat(SINK.twice()).isZero();
    }

    /** The next ones are in memory already, or at the gate: only the gate can still refuse them. */
    @Test
    void aSuppressedAddressGetsNothingThatWasNotInFlight() {
        int before = SINK.count();
        String campaign = processed(account(CONNECTIONS), "suppressed", 150 * ROUNDS);
        List<String> refused = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            untilMoreHaveLeft(1 + dice.nextInt(50));
            String address = "suppressed-%d@people.test"
                    .formatted(SINK.count() - before + 1 + dice.nextInt(1 << dice.nextInt(10)));
            api.post("/suppressions", Map.of("email", address));
            if (world.stateOf(address) == QUEUED) {
                refused.add(address);
            }
        }
        await().atMost(SOON).until(() -> world.state(campaign).equals("done"));

        assertThat(refused).isNotEmpty().allMatch(address -> SINK.timesTo(address) == 0);
        assertThat(SINK.twice()).isZero();
    }

    /** Asks for the stop, and counts what arrives after the answer. */
    private void stopped(Supplier<JsonNode> stop) {
        boolean stalls = dice.nextBoolean();
        if (stalls) {
            SINK.stallIn(dice.nextLong(answered + 1));
        }
        long asked = System.nanoTime();
        JsonNode answer;
        int then;
        try {
            answer = stop.get();
            then = SINK.count();
            answered = System.nanoTime() - asked;
        } finally {
            SINK.goOn();
        }
        await().pollInterval(Duration.ofMillis(2)).atMost(SOON).until(this::nothingIsInFlight);

        assertThat(answer.get("state").asString()).as("seed %d", SEED).isIn("off", "stopped");
        assertThat(SINK.count() - then)
                .as("arrived after the answer, %s, seed %d", stalls ? "the server stalled" : "at full speed", SEED)
                .isLessThanOrEqualTo(answer.get("inFlight").asInt());
    }

    private boolean nothingIsInFlight() {
        return world.number("select coalesce(sum(n_sending), 0) from queue") == 0;
    }

    private void untilMoreHaveLeft(int messages) {
        int goal = SINK.count() + messages;
        await().pollInterval(Duration.ofMillis(1)).atMost(SOON).until(() -> SINK.count() >= goal);
    }

    private String account(int connections) {
        return world.account("a" + ++accounts + "-" + SINK.count(), SINK.port(), connections);
    }

    private String processed(String account, String name, int people) {
        String campaign = world.campaign(name, account, people);
        world.generate(campaign);
        world.process(campaign);
        return campaign;
    }

    private static StallingSink sink() {
        try {
            return new StallingSink();
        } catch (IOException failed) {
            throw new ExceptionInInitializerError(failed);
        }
    }
}
