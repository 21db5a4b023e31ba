package dev.kurir.reliability;

import static org.awaitility.Awaitility.await;

import dev.kurir.testing.Seen;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Worker OFF at full speed: how long the answer takes, how many it names, how many begin after it; and starts. */
class StoppingBench {
    private static final int PEOPLE = Integer.getInteger("bench.people", 100_000);
    private static final int STOPS = Integer.getInteger("bench.stops", 40);
    private static final int STARTS = Integer.getInteger("bench.runs", 3);

    @Test
    void figures() throws IOException, GeneralSecurityException, InterruptedException {
        try (BenchStage stage = new BenchStage("stopping");
                FastSinkProcess sink = new FastSinkProcess(stage.folder)) {
            stops(stage, sink);
            stage.program.stop();
            starts(stage.program);
        }
    }

    private void stops(BenchStage stage, FastSinkProcess sink) {
        String account = stage.world.account(
                "stopped", sink.port(), Map.of("gapSeconds", 0, "jitterSeconds", 0, "connections", 64));
        stage.send(stage.generated(account, PEOPLE), sink, PEOPLE);
        stage.world.process(stage.generated(account, PEOPLE));
        List<Double> answers = new ArrayList<>();
        long beyond = 0;
        long most = 0;
        for (int stop = 0; stop < STOPS; stop++) {
            sink.awaitTaken(sink.count().taken() + 1000);
            long asked = System.nanoTime();
            JsonNode answer = stage.api.put("/accounts/" + account + "/worker", Map.of("wanted", "OFF"));
            answers.add(BenchStage.seconds(asked) * 1000);
            long begun = sink.count().begun();
            await().pollInterval(Duration.ofMillis(20))
                    .atMost(BenchStage.PATIENCE)
                    .until(() -> stage.world.number("select coalesce(sum(n_sending), 0) from queue") == 0);
            long after = sink.count().begun() - begun;
            most = Math.max(most, after);
            beyond = Math.max(beyond, after - answer.get("inFlight").asLong());
            stage.api.put("/accounts/" + account + "/worker", Map.of("wanted", "ON"));
        }
        List<Double> sorted = answers.stream().sorted().toList();
        Seen.note(
                "off",
                "%d times at full speed over 64 connections: p50 %.0f ms, p95 %.0f ms; begun after the answer: at most %d; beyond the number that it named: %d",
                STOPS,
                sorted.get(sorted.size() / 2),
                sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1),
                most,
                beyond);
    }

    private static void starts(ProgramUnderTest program) {
        List<Double> times = new ArrayList<>();
        List<Double> sizes = new ArrayList<>();
        for (int run = 0; run < STARTS; run++) {
            long start = System.nanoTime();
            program.start();
            program.ready();
            times.add(BenchStage.seconds(start));
            sizes.add((double) program.residentMegabytes());
            program.stop();
        }
        Seen.note("start", "%s s; %s MB resident when ready (the JVM alone)", Seen.median(times), Seen.median(sizes));
    }
}
