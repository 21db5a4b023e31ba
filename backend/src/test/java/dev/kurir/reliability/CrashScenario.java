package dev.kurir.reliability;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Some accounts with some connections each send a campaign each while the program is killed again and again: in the
 * middle of sending, while it starts, while it recovers.
 */
final class CrashScenario implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Size size;
    private final SplittableRandom dice;
    private final RecordingSink sink;
    private final ProgramUnderTest program;
    private final SendingWorld world;
    private final KurirApi api = new KurirApi();
    private final List<Long> resumed = new ArrayList<>();
    private boolean killed;
    private long started;
    private long lastLook;

    /** @param messages of all accounts together */
    record Size(int messages, int accounts, int connections, int kills) {
        int mayBeUncertain() {
            return kills * accounts * connections;
        }
    }

    CrashScenario(Path folder, Size size, long seed) throws IOException {
        this.size = size;
        this.dice = new SplittableRandom(seed);
        this.sink = new RecordingSink(folder.resolve("sink.tsv"));
        this.program = new ProgramUnderTest(folder, Map.of("KURIR_ALLOW_PRIVATE_TARGETS", "127.0.0.1:" + sink.port()));
        this.world = new SendingWorld(program::database, api);
    }

    CrashResult run() {
        start();
        api.setUp(program.ready());
        List<String> campaigns = new ArrayList<>();
        for (int account = 1; account <= size.accounts(); account++) {
            String id = world.account("a" + account, sink.port(), size.connections());
            campaigns.add(world.campaign("c" + account, id, size.messages() / size.accounts()));
        }
        campaigns.forEach(world::generate);
        campaigns.forEach(world::process);
        for (int kill = 1; kill <= size.kills(); kill++) {
            killOnce(size.kills() - kill);
        }
        awaitSending();
        program.ready();
        try {
            await().pollInterval(Duration.ofMillis(100)).atMost(PATIENCE).until(() -> world.open() == 0);
        } catch (ConditionTimeoutException stuck) {
            System.out.println("not over after " + PATIENCE.toSeconds() + " s: what is open counts as lost");
        }
        int messages = size.messages() / size.accounts() * size.accounts();
        CrashCheck.Found found = CrashCheck.compare(messages, world.states(), sink.recipients());
        return new CrashResult(
                size.kills(), messages, found, size.mayBeUncertain(), resumed, CrashCheck.unsound(world));
    }

    @Override
    public void close() {
        program.close();
        sink.close();
    }

    private void killOnce(int left) {
        if (dice.nextInt(5) == 0) {
            sooner();
        } else {
            int share = (size.messages() - sink.count()) / (left + 2);
            int goal = sink.count() + 1 + dice.nextInt(Math.max(1, share * 3 / 2));
            awaitSending();
            awaitCount(goal);
        }
        if (dice.nextInt(3) == 0) {
            program.killAll();
        } else {
            program.kill();
        }
        killed = true;
        start();
    }

    /** A moment of the start or of the recovery. */
    private void sooner() {
        int before = sink.count();
        try {
            await().pollInterval(Duration.ofMillis(1))
                    .atMost(Duration.ofMillis(500 + dice.nextInt(7_500)))
                    .until(() -> sink.count() > before + 20);
        } catch (ConditionTimeoutException moment) {
            return;
        }
    }

    private void start() {
        started = System.nanoTime();
        program.start();
    }

    /** The first message after a start says how long it took to go on. */
    private void awaitSending() {
        int before = sink.count();
        awaitCount(before + 1);
        if (sink.count() > before && killed) {
            resumed.add((System.nanoTime() - started) / 1_000_000);
        }
    }

    /** So many messages have arrived, or no more will: the rest is uncertain. */
    private void awaitCount(int goal) {
        await().pollInterval(Duration.ofMillis(1)).atMost(PATIENCE).until(() -> sink.count() >= goal || isOver());
    }

    /** Looks from time to time only, and only when there is a database to ask. */
    private boolean isOver() {
        if (System.nanoTime() - lastLook < Duration.ofSeconds(1).toNanos() || !program.isReady()) {
            return false;
        }
        lastLook = System.nanoTime();
        return world.open() == 0;
    }
}
