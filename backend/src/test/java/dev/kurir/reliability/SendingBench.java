package dev.kurir.reliability;

import dev.kurir.testing.Seen;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    /** @param delay of each answer of the server */
    private record Case(String row, int connections, Duration delay, boolean tls) {}

    private record Result(List<Double> rates, List<Double> references) {}

    @Test
    void figures() throws IOException, GeneralSecurityException, InterruptedException {
        try (BenchStage stage = new BenchStage("sending")) {
            Result few = measure(stage, new Case("send-16", 16, Duration.ZERO, false));
            Result many = measure(stage, new Case("send-64", 64, Duration.ZERO, false));
            Result secure = measure(stage, new Case("send-tls", 64, Duration.ZERO, true));
            measure(stage, new Case("send-far", 200, FAR, false));
            if (few != null && many != null && secure != null) {
                System.out.printf("TLS / plain: %.2f%n", Seen.middle(secure.rates()) / Seen.middle(many.rates()));
            }
            Seen.note("memory", "%d MB after that (the JVM alone)", stage.program.residentMegabytes());
        }
    }

    private Result measure(BenchStage stage, Case what) throws IOException {
        if (!ONLY.isEmpty() && !what.row().matches(ONLY)) {
            return null;
        }
        try (FastSinkProcess sink = new FastSinkProcess(stage.folder, what.delay(), what.tls())) {
            return measure(stage, what, sink);
        }
    }

    private Result measure(BenchStage stage, Case what, FastSinkProcess sink) {
        String account = stage.world.account(
                what.row(),
                sink.port(),
                what.tls() ? "tls" : "none",
                Map.of("gapSeconds", 0, "jitterSeconds", 0, "connections", what.connections()));
        List<Double> rates = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        List<Double> references = new ArrayList<>();
        List<Double> program = new ArrayList<>();
        List<Double> database = new ArrayList<>();
        List<Double> flushes = new ArrayList<>();
        double beside = 0;
        long octets = 9000;
        for (int run = -WARM_UPS; run < RUNS; run++) {
            String campaign = stage.generated(account, MESSAGES);
            double before = reference(what, sink, octets);
            long octetsBefore = sink.count().octets();
            long flushesBefore = flushes(stage);
            double sinkBefore = sink.cpuSeconds();
            BenchStage.Cpu cpu = stage.cpu();
            Profile profile = Profile.of(stage.program, run == 0);
            double took = stage.send(campaign, sink, MESSAGES);
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
        double ideal = what.connections() / (what.delay().toMillis() / 1000.0 + flush);
        Seen.note(
                what.row(),
                "%s messages/s; %s of `smtp-source` (%s); CPU s per 1,000: program %.3f + database %.3f (server %.3f); a flush each %.1f ms, so at most %,.0f/s: %.2f of it; %,d octets",
                Seen.median(rates),
                Seen.middle(ratios) == 0 ? "(not installed)" : "%.2f".formatted(Seen.middle(ratios)),
                Seen.median(references),
                Seen.middle(program),
                Seen.middle(database),
                beside,
                flush * 1000,
                ideal,
                Seen.middle(rates) / ideal,
                octets);
        return new Result(rates, references);
    }

    /** Postfix speaks no TLS here, and waits for each answer. */
    private static double reference(Case what, FastSinkProcess sink, long octets) {
        boolean comparable = !what.tls() && what.delay().isZero();
        return comparable ? SmtpSource.rate(sink.port(), what.connections(), MESSAGES, octets) : 0;
    }

    private static long flushes(BenchStage stage) {
        return stage.world.number("select sum(flush_no)::bigint from node");
    }
}
