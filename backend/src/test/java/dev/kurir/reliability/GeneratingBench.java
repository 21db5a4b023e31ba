package dev.kurir.reliability;

import dev.kurir.testing.Seen;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * How fast messages are made, up to a million, and whether a message costs more in a long queue than in a short one.
 */
class GeneratingBench {
    private static final int PEOPLE = Integer.getInteger("bench.people", 100_000);
    private static final int MANY = Integer.getInteger("bench.million", 1_000_000);
    private static final int FEW = 1_000;
    private static final int RUNS = Integer.getInteger("bench.runs", 3);
    private static final int CONNECTIONS = 64;

    /** What a message cost in a part of a campaign. */
    private record Cost(double rate, double cpu) {}

    @Test
    void figures() throws IOException, GeneralSecurityException, InterruptedException {
        try (BenchStage stage = new BenchStage("generating");
                FastSinkProcess sink = new FastSinkProcess(stage.folder)) {
            String account = stage.world.account(
                    "generating", sink.port(), Map.of("gapSeconds", 0, "jitterSeconds", 0, "connections", CONNECTIONS));
            List<Double> rates = new ArrayList<>();
            for (int run = 0; run < RUNS; run++) {
                rates.add(PEOPLE / generate(stage, stage.campaign(account, PEOPLE)));
            }
            Seen.note("generate", "%s rows/s (%,d people each)", Seen.median(rates), PEOPLE);
            stage.send(stage.generated(account, PEOPLE), sink, PEOPLE);
            List<Cost> small = small(stage, sink, account);
            million(stage, sink, account, small);
        }
    }

    private void million(BenchStage stage, FastSinkProcess sink, String account, List<Cost> small) {
        String campaign = stage.campaign(account, MANY);
        long heap = HeapUse.live(stage.program.pid());
        double took = generate(stage, campaign);
        Seen.note(
                "generate-million",
                "%,d people in %.0f s: %,.0f rows/s; live heap %d MB before, %d MB after; resident %d MB",
                MANY,
                took,
                MANY / took,
                heap,
                HeapUse.live(stage.program.pid()),
                stage.program.residentMegabytes());
        List<Cost> parts = parts(stage, sink, campaign);
        Cost first = parts.getFirst();
        Cost last = parts.getLast();
        double cheap = Seen.middle(small.stream().map(Cost::cpu).toList());
        Seen.note(
                "flat",
                "CPU s per 1,000: %.3f in campaigns of %,d, %.3f in the first and %.3f in the last tenth of %,d (%,.0f and %,.0f messages/s); live heap %d MB",
                cheap,
                FEW,
                first.cpu(),
                last.cpu(),
                MANY,
                first.rate(),
                last.rate(),
                HeapUse.live(stage.program.pid()));
    }

    /** Campaigns one after the other, each with its beginning and its end. */
    private static List<Cost> small(BenchStage stage, FastSinkProcess sink, String account) {
        List<Cost> costs = new ArrayList<>();
        List<String> campaigns = new ArrayList<>();
        for (int run = 0; run < 3; run++) {
            campaigns.clear();
            for (int number = 0; number < 20; number++) {
                campaigns.add(stage.generated(account, FEW));
            }
            BenchStage.Cpu before = stage.cpu();
            double took = 0;
            for (String campaign : campaigns) {
                took += stage.send(campaign, sink, FEW);
            }
            int sent = campaigns.size() * FEW;
            costs.add(new Cost(sent / took, stage.cpu().since(before).total() * 1000 / sent));
        }
        return costs;
    }

    private static List<Cost> parts(BenchStage stage, FastSinkProcess sink, String campaign) {
        long begun = sink.count().taken();
        int part = MANY / 10;
        stage.world.process(campaign);
        List<Cost> costs = new ArrayList<>();
        for (int number = 1; number <= 10; number++) {
            BenchStage.Cpu before = stage.cpu();
            long start = System.nanoTime();
            sink.awaitTaken(begun + (long) number * part);
            double took = BenchStage.seconds(start);
            costs.add(new Cost(part / took, stage.cpu().since(before).total() * 1000 / part));
        }
        return costs;
    }

    private static double generate(BenchStage stage, String campaign) {
        long start = System.nanoTime();
        stage.world.generate(campaign, BenchStage.PATIENCE);
        return BenchStage.seconds(start);
    }
}
