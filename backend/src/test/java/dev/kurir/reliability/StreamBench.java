package dev.kurir.reliability;

import static org.awaitility.Awaitility.await;

import dev.kurir.testing.Seen;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Thousands who watch a running campaign: when news reach them, and what they cost the campaign. */
class StreamBench {
    private static final int CLIENTS = Integer.getInteger("bench.clients", 5_000);
    private static final int MESSAGES = Integer.getInteger("bench.messages", 60_000);
    private static final int RUNS = Integer.getInteger("bench.runs", 3);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private int lists;

    @Test
    void figures() throws IOException, GeneralSecurityException, InterruptedException {
        try (BenchStage stage = new BenchStage("stream");
                FastSinkProcess sink = new FastSinkProcess(stage.folder)) {
            String account = stage.world.account(
                    "watched", sink.port(), Map.of("gapSeconds", 0, "jitterSeconds", 0, "connections", 64));
            stage.send(stage.generated(account, MESSAGES), sink, MESSAGES);
            stage.send(stage.generated(account, MESSAGES), sink, MESSAGES);
            List<Double> alone = new ArrayList<>();
            List<Double> ratios = new ArrayList<>();
            List<Double> delays = new ArrayList<>();
            double programCpu = 0;
            double crowdCpu = 0;
            int missing = 0;
            int lost = 0;
            for (int run = 0; run < RUNS; run++) {
                double before = MESSAGES / stage.send(stage.generated(account, MESSAGES), sink, MESSAGES);
                String campaign = stage.generated(account, MESSAGES);
                try (StreamCrowd crowd = new StreamCrowd(stage.api, CLIENTS)) {
                    long begun = sink.count().taken();
                    double own = CpuTime.of(ProcessHandle.current());
                    double program = stage.cpu().total();
                    long start = System.nanoTime();
                    stage.world.process(campaign);
                    while (sink.count().taken() < begun + MESSAGES * 0.9) {
                        missing += mark(stage, crowd, delays);
                    }
                    sink.awaitTaken(begun + MESSAGES);
                    double rate = MESSAGES / BenchStage.seconds(start);
                    programCpu += (stage.cpu().total() - program) * 1000 / MESSAGES / RUNS;
                    crowdCpu += (CpuTime.of(ProcessHandle.current()) - own) * 1000 / MESSAGES / RUNS;
                    lost += crowd.lost();
                    System.out.printf(
                            "watched: %,.0f messages/s, %,.0f reads/s, %,d octets a read%n",
                            rate,
                            crowd.reads() / BenchStage.seconds(start),
                            crowd.octets() / Math.max(1, crowd.reads()));
                    await().atMost(BenchStage.PATIENCE).until(() -> stage.accepted(campaign) == MESSAGES);
                    double after = MESSAGES / stage.send(stage.generated(account, MESSAGES), sink, MESSAGES);
                    alone.add((before + after) / 2);
                    ratios.add(rate / alone.getLast());
                }
            }
            List<Double> sorted = delays.stream().sorted().toList();
            Seen.note(
                    "watch",
                    "%,d clients: news after p50 %.0f ms, p99 %.0f ms, at most %.0f ms (%,d deliveries, %d missing, %d streams lost); the campaign at %s of its rate alone (%s messages/s); CPU s per 1,000 messages: program and database %.3f, the clients %.3f beside it",
                    CLIENTS,
                    sorted.get(sorted.size() / 2),
                    sorted.get((int) Math.ceil(sorted.size() * 0.99) - 1),
                    sorted.getLast(),
                    sorted.size(),
                    missing,
                    lost,
                    Seen.median(ratios),
                    Seen.median(alone),
                    programCpu,
                    crowdCpu);
        }
    }

    /** Makes a list, and waits until everybody has read of it; answers who has not. */
    private int mark(BenchStage stage, StreamCrowd crowd, List<Double> delays) {
        crowd.marks();
        long start = System.nanoTime();
        stage.api.post("/lists", Map.of("name", "mark " + ++lists));
        List<Long> read = new ArrayList<>();
        while (read.size() < CLIENTS && System.nanoTime() - start < PATIENCE.toNanos()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            read.addAll(crowd.marks());
        }
        read.forEach(at -> delays.add((at - start) / 1e6));
        return CLIENTS - read.size();
    }
}
