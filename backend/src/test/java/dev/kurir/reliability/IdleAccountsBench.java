package dev.kurir.reliability;

import static org.awaitility.Awaitility.await;

import dev.kurir.testing.Seen;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** What ten thousand accounts cost of which only some send. */
class IdleAccountsBench {
    private static final int ACCOUNTS = Integer.getInteger("bench.accounts", 10_000);
    private static final int BUSY = Integer.getInteger("bench.busy", 50);
    private static final int EACH = Integer.getInteger("bench.each", 300);
    private static final int RUNS = Integer.getInteger("bench.runs", 3);
    private static final int QUIET_SECONDS = Integer.getInteger("bench.quiet", 20);

    @Test
    void figures() throws IOException, GeneralSecurityException, InterruptedException {
        try (BenchStage stage = new BenchStage("idle");
                FastSinkProcess sink = new FastSinkProcess(stage.folder)) {
            List<String> busy = new ArrayList<>();
            for (int number = 0; number < BUSY; number++) {
                busy.add(account(stage, sink, "busy" + number));
            }
            account(stage, sink, "pattern");
            sendAll(stage, sink, busy);
            sendAll(stage, sink, busy);
            List<Double> few = rates(stage, sink, busy);
            double quiet = quiet(stage);
            long resident = stage.program.residentMegabytes();
            long live = HeapUse.live(stage.program.pid());
            String columns = stage.world
                    .pairs(
                            "select 'all', string_agg(column_name, ', ') from information_schema.columns where table_name = 'account' "
                                    + "and table_schema = current_schema() and column_name not in ('id', 'name', 'secret')")
                    .get("all");
            stage.world.sql("""
                    insert into account (%1$s, name)
                    select %1$s, 'idle ' || n from account, generate_series(1, %2$d) n where name = 'pattern'
                    """.formatted(columns, ACCOUNTS));
            settle();
            List<Double> many = rates(stage, sink, busy);
            settle();
            double quietMany = quiet(stage);
            Seen.note(
                    "idle",
                    "%d of %,d accounts send: %s messages/s, without the others %s; CPU in rest %.1f %% of a core, without the others %.1f %%; live heap %d MB, without %d MB; resident %d MB, without %d MB",
                    BUSY,
                    ACCOUNTS,
                    Seen.median(many),
                    Seen.median(few),
                    quietMany * 100,
                    quiet * 100,
                    HeapUse.live(stage.program.pid()),
                    live,
                    stage.program.residentMegabytes(),
                    resident);
        }
    }

    private static String account(BenchStage stage, FastSinkProcess sink, String name) {
        return stage.world.account(name, sink.port(), Map.of("gapSeconds", 0, "jitterSeconds", 0, "connections", 2));
    }

    private static List<Double> rates(BenchStage stage, FastSinkProcess sink, List<String> accounts) {
        List<Double> rates = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            rates.add(sendAll(stage, sink, accounts));
        }
        return rates;
    }

    private static double sendAll(BenchStage stage, FastSinkProcess sink, List<String> accounts) {
        List<String> campaigns =
                accounts.stream().map(account -> stage.campaign(account, EACH)).toList();
        campaigns.forEach(campaign -> stage.api.post("/campaigns/" + campaign + "/generate", null));
        await().atMost(BenchStage.PATIENCE)
                .until(() -> stage.world.number("select count(*) from campaign where state = 'generated'")
                        == campaigns.size());
        long goal = sink.count().taken() + (long) campaigns.size() * EACH;
        long start = System.nanoTime();
        campaigns.forEach(stage.world::process);
        sink.awaitTaken(goal);
        return campaigns.size() * EACH / BenchStage.seconds(start);
    }

    /** Share of a core that program and database use while nothing is to be done. */
    private static double quiet(BenchStage stage) {
        double before = stage.cpu().total();
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(QUIET_SECONDS));
        return (stage.cpu().total() - before) / QUIET_SECONDS;
    }

    private static void settle() {
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(10));
    }
}
