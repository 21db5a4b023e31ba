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
import tools.jackson.databind.JsonNode;

/**
 * Several nodes share the accounts of one database while one after another is killed, frozen for longer than its lease,
 * or cut off from the database. One account may send only so much in a minute, whoever owns it.
 */
final class NodesScenario implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int PER_MINUTE = 100;

    private final Size size;
    private final SplittableRandom dice;
    private final RecordingSink sink;
    private final NodeCrew crew;
    private final SendingWorld world;
    private final KurirApi api = new KurirApi();
    private final List<Long> takeovers = new ArrayList<>();

    /** What happens to a node. */
    enum Fault {
        KILL,
        FREEZE,
        SILENCE,
        CUT
    }

    /**
     * How long the run is.
     *
     * @param accounts without the limited one
     * @param limited messages of the limited one; more than a hundred are stopped by its limit
     */
    record Size(
            int nodes,
            int accounts,
            int connections,
            int messages,
            int limited,
            int rounds,
            List<Fault> faults,
            Duration lease) {
        int struck() {
            return rounds * faults.size();
        }

        int mayBeUncertain() {
            return struck() * (accounts + 1) * connections;
        }
    }

    /**
     * How it ended.
     *
     * @param takeovers from each fault until every account had a living owner again, in milliseconds
     * @param mostInAMinute of the limited account, as its server saw it
     * @param inFlight connections of that account
     */
    record Result(CrashResult mail, List<Long> takeovers, long mostInAMinute, int inFlight) {
        boolean isSound(Duration lease) {
            return mail.isSound()
                    // what a frozen node had in content arrives when it thaws
                    && mostInAMinute <= PER_MINUTE + (long) inFlight
                    && takeovers.stream()
                            .allMatch(took -> took <= lease.plusSeconds(15).toMillis());
        }
    }

    NodesScenario(Path folder, Size size, long seed) throws IOException {
        this.size = size;
        this.dice = new SplittableRandom(seed);
        this.sink = new RecordingSink(folder.resolve("sink.tsv"), Duration.ofMillis(40));
        this.crew = new NodeCrew(folder, size.nodes(), size.lease(), "127.0.0.1:" + sink.port());
        this.world = new SendingWorld(crew.database()::connect, api);
    }

    Result run() {
        crew.start(api);
        int share = size.messages() / size.accounts();
        List<String> campaigns = new ArrayList<>();
        String limited = world.account(
                "limited",
                sink.port(),
                Map.of(
                        "gapSeconds",
                        0,
                        "jitterSeconds",
                        0,
                        "connections",
                        size.connections(),
                        "perMinute",
                        PER_MINUTE));
        campaigns.add(world.campaign("limited", limited, size.limited()));
        for (int account = 1; account <= size.accounts(); account++) {
            String id = world.account("a" + account, sink.port(), size.connections());
            campaigns.add(world.campaign("c" + account, id, share));
        }
        campaigns.forEach(world::generate);
        awaitSpread();
        campaigns.forEach(world::process);
        awaitShown();
        for (int round = 0; round < size.rounds(); round++) {
            for (Fault fault : size.faults()) {
                suffer(fault);
            }
        }
        try {
            await().pollInterval(Duration.ofMillis(200)).atMost(PATIENCE).until(() -> world.open() == 0);
        } catch (ConditionTimeoutException stuck) {
            System.out.println("not over after " + PATIENCE.toSeconds() + " s: what is open counts as lost");
        }
        int messages = share * size.accounts() + size.limited();
        CrashCheck.Found found = CrashCheck.compare(messages, world.states(), sink.recipients());
        CrashResult mail = new CrashResult(
                size.struck(), messages, found, size.mayBeUncertain(), takeovers, CrashCheck.unsound(world));
        return new Result(mail, takeovers, sink.mostInAMinute("limited-"), size.connections());
    }

    @Override
    public void close() {
        crew.close();
        sink.close();
    }

    private void suffer(Fault fault) {
        int victim = dice.nextInt(size.nodes());
        awaitSpread();
        int before = sink.count();
        await().atMost(PATIENCE).until(() -> sink.count() > before + dice.nextInt(200) || world.open() == 0);
        long start = System.nanoTime();
        strike(fault, victim);
        String dead = crew.name(victim);
        await().pollInterval(Duration.ofMillis(50)).atMost(PATIENCE).until(() -> orphans(dead) == 0);
        long took = (System.nanoTime() - start) / 1_000_000;
        takeovers.add(took);
        System.out.printf("%s of node %d: accounts moved after %.1f s%n", fault, victim + 1, took / 1000.0);
        recover(fault, victim);
    }

    private void strike(Fault fault, int victim) {
        switch (fault) {
            case KILL -> crew.program(victim).kill();
            case FREEZE -> crew.program(victim).freeze();
            case SILENCE -> crew.line(victim).silence();
            case CUT -> crew.line(victim).cut();
        }
    }

    private void recover(Fault fault, int victim) {
        switch (fault) {
            case KILL -> {
                crew.program(victim).start();
                crew.program(victim).ready();
            }
            case FREEZE -> crew.program(victim).thaw();
            case SILENCE, CUT -> crew.line(victim).heal();
        }
    }

    /** One node shows what all of them are doing. */
    private void awaitShown() {
        await().pollInterval(Duration.ofMillis(200)).atMost(PATIENCE).until(() -> {
            JsonNode workers = api.get("/workers");
            return workers.size() == size.accounts() + 1
                    && workers.valueStream()
                            .allMatch(worker -> worker.get("state").asString().equals("on")
                                    && worker.get("sentLastMinute").asLong() > 0);
        });
    }

    /** Each living node has its share of the accounts. */
    private void awaitSpread() {
        await().pollInterval(Duration.ofMillis(100)).atMost(PATIENCE).until(() -> spread() == size.nodes());
    }

    private long spread() {
        return world.number("""
                select count(distinct n.name) from account_owner o join node n on n.id = o.node_id
                where n.lease_until > clock_timestamp()""");
    }

    /** Accounts that nobody works for, or only the one that cannot. */
    private long orphans(String dead) {
        return world.number("""
                select count(*) from account a where a.deleted_at is null and not exists (
                    select from account_owner o join node n on n.id = o.node_id
                    where o.account_id = a.id and n.lease_until > clock_timestamp() and n.name <> '%s')""".formatted(dead));
    }
}
