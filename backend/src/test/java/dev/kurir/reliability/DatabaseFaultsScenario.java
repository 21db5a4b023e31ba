package dev.kurir.reliability;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.awaitility.core.ConditionTimeoutException;

/** The database dies, restarts and throws everybody out in the middle of sending; the program goes on by itself. */
final class DatabaseFaultsScenario implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** So long the mail servers may still hear of what had begun. */
    private static final Duration STOP = Duration.ofSeconds(2);

    private final Size size;
    private final SplittableRandom dice;
    private final RecordingSink sink;
    private final NodeCrew crew;
    private final SendingWorld world;
    private final KurirApi api = new KurirApi();
    private final List<Long> resumed = new ArrayList<>();
    private int late;

    /** What happens to the database. */
    enum Fault {
        KILL,
        RESTART,
        TERMINATE
    }

    /** @param times how often each fault */
    record Size(int accounts, int connections, int messages, int times) {
        int faults() {
            return times * Fault.values().length;
        }
    }

    /** @param late messages that arrived although the database had been gone for more than two seconds */
    record Result(CrashResult mail, int late) {
        boolean isSound() {
            return mail.isSound() && late == 0 && mail.resumedMillis().stream().allMatch(took -> took <= 30_000);
        }
    }

    DatabaseFaultsScenario(Path folder, Size size, long seed) throws IOException {
        this.size = size;
        this.dice = new SplittableRandom(seed);
        this.sink = new RecordingSink(folder.resolve("sink.tsv"), Duration.ofMillis(40));
        this.crew = new NodeCrew(folder, 1, Duration.ofSeconds(20), "127.0.0.1:" + sink.port());
        this.world = new SendingWorld(crew.database()::connect, api);
    }

    Result run() {
        crew.start(api);
        int share = size.messages() / size.accounts();
        List<String> campaigns = new ArrayList<>();
        for (int account = 1; account <= size.accounts(); account++) {
            String id = world.account("a" + account, sink.port(), size.connections());
            campaigns.add(world.campaign("c" + account, id, share));
        }
        campaigns.forEach(world::generate);
        campaigns.forEach(world::process);
        for (int time = 0; time < size.times(); time++) {
            for (Fault fault : Fault.values()) {
                suffer(fault);
            }
        }
        // the sink takes 40 ms for a mail: the time grows with their number
        Duration rest = PATIENCE.plusMillis(25L * size.messages());
        try {
            await().pollInterval(Duration.ofMillis(200)).atMost(rest).until(() -> world.open() == 0);
        } catch (ConditionTimeoutException stuck) {
            System.out.println("not over after " + rest.toSeconds() + " s: what is open counts as lost");
        }
        int messages = share * size.accounts();
        CrashCheck.Found found = CrashCheck.compare(messages, world.states(), sink.recipients());
        // the program lived all the time, so it knows everything
        return new Result(new CrashResult(size.faults(), messages, found, 0, resumed, CrashCheck.unsound(world)), late);
    }

    @Override
    public void close() {
        crew.close();
        sink.close();
    }

    private void suffer(Fault fault) {
        int goal = sink.count() + 20 + dice.nextInt(200);
        await().pollInterval(Duration.ofMillis(1))
                .atMost(PATIENCE)
                .until(() -> sink.count() >= goal || world.open() == 0);
        switch (fault) {
            case KILL -> {
                crew.database().kill();
                stayAway();
                crew.database().start();
            }
            case RESTART -> crew.database().restart();
            case TERMINATE -> crew.database().terminateSessions();
        }
        long back = System.nanoTime();
        int before = sink.count();
        await().pollInterval(Duration.ofMillis(5))
                .atMost(PATIENCE)
                .until(() -> sink.count() > before + 5 || world.open() == 0);
        long took = (System.nanoTime() - back) / 1_000_000;
        resumed.add(took);
        System.out.printf("%s of the database: goes on after %.1f s%n", fault, took / 1000.0);
    }

    /** Without a database nothing new may begin. */
    private void stayAway() {
        long since = System.nanoTime();
        await().pollInterval(Duration.ofMillis(20)).until(() -> System.nanoTime() - since > STOP.toNanos());
        int before = sink.count();
        await().pollInterval(Duration.ofMillis(20)).until(() -> System.nanoTime() - since > 2 * STOP.toNanos());
        late += sink.count() - before;
    }
}
