package dev.kurir.reliability;

import dev.kurir.testing.Seen;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * How fast a campaign leaves; it judges nothing, and its name keeps it out of the tests. The server it sends to is a
 * process of its own on the same machine, and Postfix's load generator sends to the same one before and after each run.
 */
class SendingBench {
    private static final int MESSAGES = Integer.getInteger("bench.messages", 60_000);
    private static final int RUNS = Integer.getInteger("bench.runs", 3);
    private static final int WARM_UPS = Integer.getInteger("bench.warm-ups", 2);
    private static final String ONLY = System.getProperty("bench.only", "");
    private static final Duration FAR = Duration.ofMillis(20);

    private @Nullable Double plain;

    /**
     * @param connections of each account
     * @param delay of each answer of the server
     */
    private record Case(String row, int accounts, int connections, Duration delay, boolean tls) {
        int allConnections() {
            return accounts * connections;
        }

        /** Postfix speaks no TLS here, and waits for each answer. */
        boolean isComparable() {
            return !tls && delay.isZero();
        }
    }

    @Test
    void figures() throws IOException, GeneralSecurityException, InterruptedException {
        try (BenchStage stage = new BenchStage("sending")) {
            measure(stage, new Case("send-16", 1, 16, Duration.ZERO, false));
            measure(stage, new Case("send-64", 1, 64, Duration.ZERO, false));
            measure(stage, new Case("send-tls", 1, 64, Duration.ZERO, true));
            measure(stage, new Case("send-far", 4, 50, FAR, false));
            if (ONLY.isEmpty()) {
                Seen.note("memory", "%d MB after that (the JVM alone)", stage.program.residentMegabytes());
            }
        }
    }

    private void measure(BenchStage stage, Case what) throws IOException {
        if (!ONLY.isEmpty() && !what.row().matches(ONLY)) {
            return;
        }
        try (FastSinkProcess sink = new FastSinkProcess(stage.folder, what.delay(), what.tls())) {
            measure(stage, what, sink);
        }
    }

    private void measure(BenchStage stage, Case what, FastSinkProcess sink) {
        List<String> accounts = IntStream.range(0, what.accounts())
                .mapToObj(number -> stage.world.account(
                        what.row() + "-" + number,
                        sink.port(),
                        what.tls() ? "tls" : "none",
                        Map.of("gapSeconds", 0, "jitterSeconds", 0, "connections", what.connections())))
                .toList();
        List<Double> rates = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        List<Double> references = new ArrayList<>();
        List<Double> program = new ArrayList<>();
        List<Double> database = new ArrayList<>();
        List<Double> flushes = new ArrayList<>();
        double beside = 0;
        long octets = 9000;
        for (int run = -WARM_UPS; run < RUNS; run++) {
            List<String> campaigns = accounts.stream()
                    .map(account -> stage.generated(account, MESSAGES / what.accounts()))
                    .toList();
            double before = reference(what, sink, octets);
            long octetsBefore = sink.count().octets();
            long flushesBefore = flushes(stage);
            double sinkBefore = sink.cpuSeconds();
            BenchStage.Cpu cpu = stage.cpu();
            Profile profile = Profile.of(stage.program, run == 0);
            double took = stage.send(campaigns, sink, MESSAGES);
            profile.print();
            cpu = stage.cpu().since(cpu);
            octets = (sink.count().octets() - octetsBefore) / MESSAGES;
            long flushed = flushes(stage) - flushesBefore;
            double sinkUsed = sink.cpuSeconds() - sinkBefore;
            double reference = (before + reference(what, sink, octets)) / 2;
            if (run < 0) {
                continue;
            }
            rates.add(MESSAGES / took);
            references.add(reference);
            ratios.add(reference == 0 ? 0 : MESSAGES / took / reference);
            program.add(cpu.program() * 1000 / MESSAGES);
            database.add(cpu.database() * 1000 / MESSAGES);
            flushes.add(took / flushed);
            beside += sinkUsed * 1000 / MESSAGES / RUNS;
        }
        double flush = Seen.middle(flushes);
        double ideal = what.allConnections() / (what.delay().toMillis() / 1000.0 + flush);
        Seen.note(
                what.row(),
                "%s messages/s of %,d each; %sCPU s per 1,000: program %.3f + database %.3f (server %.3f); a flush each %.1f ms, so at most %,.0f/s: %.2f of it; %,d octets",
                Seen.median(rates),
                MESSAGES,
                compared(what, rates, ratios, references),
                Seen.middle(program),
                Seen.middle(database),
                beside,
                flush * 1000,
                ideal,
                Seen.middle(rates) / ideal,
                octets);
        if (what.row().equals("send-64")) {
            plain = Seen.middle(rates);
        }
    }

    private String compared(Case what, List<Double> rates, List<Double> ratios, List<Double> references) {
        if (what.tls() && plain != null) {
            return "%.2f of plain; ".formatted(Seen.middle(rates) / plain);
        }
        return Seen.middle(ratios) == 0
                ? ""
                : "%.2f of `smtp-source` (%s); ".formatted(Seen.middle(ratios), Seen.median(references));
    }

    private static double reference(Case what, FastSinkProcess sink, long octets) {
        return what.isComparable() ? SmtpSource.rate(sink.port(), what.allConnections(), MESSAGES, octets) : 0;
    }

    private static long flushes(BenchStage stage) {
        return stage.world.number("select sum(flush_no)::bigint from node");
    }
}
