package dev.kurir.reliability;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/**
 * Prints figures; it judges nothing, and its name keeps it out of the tests. {@code make bench} runs it against the
 * program as a user starts it. The server it sends to is a process of its own on the same machine.
 */
class SendingBench {
    private static final int PEOPLE = Integer.getInteger("bench.people", 100_000);
    private static final int MESSAGES = Integer.getInteger("bench.messages", 20_000);
    private static final int RUNS = Integer.getInteger("bench.runs", 3);
    private static final int STOPS = Integer.getInteger("bench.stops", 20);
    private static final int[] CONNECTIONS = Arrays.stream(
                    System.getProperty("bench.connections", "16,64").split(",", -1))
            .mapToInt(Integer::parseInt)
            .toArray();
    private static final int WARM_UPS = Integer.getInteger("bench.warm-ups", 2);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private int campaigns;

    @Test
    void figures() throws IOException {
        Path folder = Path.of("target", "bench").toAbsolutePath();
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder);
        machine("before");
        try (FastSinkProcess sink = new FastSinkProcess(folder);
                ProgramUnderTest program = new ProgramUnderTest(
                        folder, Map.of("KURIR_ALLOW_PRIVATE_TARGETS", "127.0.0.1:" + sink.port()))) {
            KurirApi api = new KurirApi();
            program.start();
            api.setUp(program.ready());
            SendingWorld world = new SendingWorld(program::database, api);
            generate(world, world.account("generating", sink.port(), 1));
            for (int connections : CONNECTIONS) {
                send(world, sink, program, connections);
            }
            stops(world, api, sink);
            System.out.printf("RSS after that: %d MB (the JVM alone)%n", program.residentMegabytes());
            program.stop();
            starts(program);
        }
        machine("after");
    }

    private static String campaign(SendingWorld world, String name, String account, int people) {
        return world.campaign(name, account, people, BenchContent.html(), BenchContent.text());
    }

    private void generate(SendingWorld world, String account) {
        List<Double> rates = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            String campaign = campaign(world, "g" + ++campaigns, account, PEOPLE);
            long start = System.nanoTime();
            world.generate(campaign);
            rates.add(PEOPLE / seconds(start));
        }
        print("generate, rows/s (goal 20,000)", rates);
    }

    private void send(SendingWorld world, FastSinkProcess sink, ProgramUnderTest program, int connections) {
        String account = world.account("fast" + connections, sink.port(), connections);
        List<Double> rates = new ArrayList<>();
        List<Double> cpu = new ArrayList<>();
        List<Double> references = new ArrayList<>();
        double sinkCpu = 0;
        double databaseCpu = 0;
        long octets = 0;
        for (int run = -WARM_UPS; run < RUNS; run++) {
            String campaign = campaign(world, "s" + ++campaigns, account, MESSAGES);
            world.generate(campaign);
            FastSinkProcess.Count before = sink.count();
            double used = program.cpuSeconds();
            double usedByDatabase = program.databaseCpuSeconds();
            double usedBySink = sink.cpuSeconds();
            long start = System.nanoTime();
            world.process(campaign);
            long goal = before.taken() + MESSAGES;
            await().pollInterval(Duration.ofMillis(10))
                    .atMost(PATIENCE)
                    .until(() -> sink.count().taken() >= goal);
            await().pollInterval(Duration.ofMillis(10))
                    .atMost(PATIENCE)
                    .until(() -> accepted(world, campaign) == MESSAGES);
            double took = seconds(start);
            used = program.cpuSeconds() - used;
            usedByDatabase = program.databaseCpuSeconds() - usedByDatabase;
            octets = (sink.count().octets() - before.octets()) / MESSAGES;
            if (run >= 0) {
                rates.add(MESSAGES / took);
                cpu.add((used + usedByDatabase) * 1000 / MESSAGES);
                databaseCpu += usedByDatabase * 1000 / MESSAGES / RUNS;
                sinkCpu += (sink.cpuSeconds() - usedBySink) * 1000 / MESSAGES / RUNS;
            }
            references.add(SmtpSource.rate(sink.port(), connections, MESSAGES, octets));
        }
        String what = connections + " connections";
        print(what + ": end to end, messages/s, all accepted in the database", rates);
        print(what + ": smtp-source -d into the same sink, messages/s (0: not installed)", references);
        print(what + ": CPU s per 1,000 messages, program and database", cpu);
        System.out.printf(
                "%s: of it the database %.3f; beside it the sink %.3f; %,d octets per message%n",
                what, databaseCpu, sinkCpu, octets);
    }

    /** Worker OFF at full speed: how long the answer takes, how many it names, how many begin after it. */
    private void stops(SendingWorld world, KurirApi api, FastSinkProcess sink) {
        String account = world.account("stopped", sink.port(), 16);
        String campaign = campaign(world, "o" + ++campaigns, account, PEOPLE);
        world.generate(campaign);
        world.process(campaign);
        List<Double> answers = new ArrayList<>();
        long worst = Long.MIN_VALUE;
        long most = 0;
        for (int stop = 0; stop < STOPS; stop++) {
            long goal = sink.count().taken() + 500;
            api.put("/accounts/" + account + "/worker", Map.of("wanted", "ON"));
            await().pollInterval(Duration.ofMillis(1))
                    .atMost(PATIENCE)
                    .until(() -> sink.count().taken() >= goal);
            long asked = System.nanoTime();
            JsonNode answer = api.put("/accounts/" + account + "/worker", Map.of("wanted", "OFF"));
            answers.add(seconds(asked) * 1000);
            long begun = sink.count().begun();
            await().pollInterval(Duration.ofMillis(20))
                    .atMost(PATIENCE)
                    .until(() -> world.number("select coalesce(sum(n_sending), 0) from queue") == 0);
            long after = sink.count().begun() - begun;
            most = Math.max(most, after);
            worst = Math.max(worst, after - answer.get("inFlight").asLong());
        }
        List<Double> sorted = answers.stream().sorted().toList();
        System.out.printf(
                "worker OFF → answer: p50 %.0f ms, p95 %.0f ms; begun after the answer: at most %d; beyond the number that it named: %d%n",
                sorted.get(sorted.size() / 2),
                sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1),
                most,
                Math.max(0, worst));
    }

    private static void starts(ProgramUnderTest program) {
        List<Double> times = new ArrayList<>();
        List<Double> sizes = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            program.start();
            program.ready();
            times.add(seconds(start));
            sizes.add((double) program.residentMegabytes());
            program.stop();
        }
        print("warm start to ready, s (goal 8)", times);
        print("RSS when ready, MB (the JVM alone)", sizes);
    }

    private static long accepted(SendingWorld world, String campaign) {
        return world.progress(campaign).get("states").get("accepted").asLong();
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static void machine(String when) {
        var system = ManagementFactory.getOperatingSystemMXBean();
        System.out.printf(
                "machine %s: %d processors, load %.1f%n",
                when, system.getAvailableProcessors(), system.getSystemLoadAverage());
    }

    private static void print(String what, List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        String all = String.join(", ", values.stream().map(SendingBench::number).toList());
        System.out.printf("%s: median %s of %s%n", what, number(sorted.get(sorted.size() / 2)), all);
    }

    private static String number(double value) {
        return (value < 20 ? "%,.3f" : "%,.0f").formatted(value);
    }
}
