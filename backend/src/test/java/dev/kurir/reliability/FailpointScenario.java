package dev.kurir.reliability;

import static org.awaitility.Awaitility.await;

import dev.kurir.platform.fault.Failpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * The program dies at one chosen place in the middle of a campaign over one connection, and starts again. What must be
 * left of it is known exactly.
 */
final class FailpointScenario implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final int messages;
    private final SplittableRandom dice;
    private final Path order;
    private final RecordingSink sink;
    private final ProgramUnderTest program;
    private final SendingWorld world;
    private final KurirApi api = new KurirApi();
    private String account = "";
    private int campaigns;

    /**
     * What one death left behind.
     *
     * @param visit which passing of the place was the last
     * @param wrong what is not as it must be; empty when all is
     */
    record Death(Failpoint point, int visit, long uncertain, long arrivedOfThem, List<String> wrong) {}

    FailpointScenario(Path folder, int messages, long seed) throws IOException {
        this.messages = messages;
        this.dice = new SplittableRandom(seed);
        this.order = folder.resolve("failpoint");
        this.sink = new RecordingSink(folder.resolve("sink.tsv"));
        this.program = new ProgramUnderTest(
                folder,
                Map.of("KURIR_FAILPOINT", order.toString(), "KURIR_ALLOW_PRIVATE_TARGETS", "127.0.0.1:" + sink.port()));
        this.world = new SendingWorld(program::database, api);
    }

    void begin() {
        program.start();
        api.setUp(program.ready());
        account = world.account("one", sink.port(), 1);
    }

    Death dieAt(Failpoint point) {
        String name = "c" + ++campaigns;
        String campaign = world.campaign(name, account, messages);
        int visit = visit(point);
        if (point == Failpoint.IN_GENERATION) {
            arm(point, visit);
            generateAndDie(campaign);
        } else {
            world.generate(campaign);
            arm(point, visit);
            world.process(campaign);
        }
        program.awaitDeath();
        disarm();
        program.start();
        api.moved(program.ready());
        if (point == Failpoint.IN_GENERATION) {
            await().atMost(PATIENCE).until(() -> world.state(campaign).equals("generated"));
            world.process(campaign);
        }
        await().pollInterval(Duration.ofMillis(50)).atMost(PATIENCE).until(() -> world.open() == 0);
        return judge(point, visit, name + "-");
    }

    /** It may be dead before it has answered. */
    private void generateAndDie(String campaign) {
        try {
            api.post("/campaigns/" + campaign + "/generate", null);
        } catch (AssertionError unheard) {
            if (!(unheard.getCause() instanceof IOException)) {
                throw unheard;
            }
        }
    }

    @Override
    public void close() {
        program.close();
        sink.close();
    }

    private Death judge(Failpoint point, int visit, String prefix) {
        Map<String, Integer> states = world.states(prefix);
        List<String> arrived = sink.recipients().stream()
                .filter(recipient -> recipient.startsWith(prefix))
                .toList();
        CrashCheck.Found found = CrashCheck.compare(messages, states, arrived);
        List<String> wrong = CrashCheck.unsound(world);
        if (!found.isSound()) {
            wrong.add(found.toString());
        }
        if (!uncertain(point).contains(found.uncertain())) {
            wrong.add("uncertain: %d, but %s is known".formatted(found.uncertain(), uncertain(point)));
        }
        boolean mustHaveArrived = point == Failpoint.BEFORE_JOURNAL;
        boolean cannotHaveArrived = Set.of(Failpoint.AFTER_INTENT, Failpoint.MID_BODY, Failpoint.IN_OUTCOME)
                .contains(point);
        if ((mustHaveArrived && found.uncertainArrived() != 1)
                || (cannotHaveArrived && found.uncertainArrived() != 0)) {
            wrong.add("arrived of the uncertain: " + found.uncertainArrived());
        }
        return new Death(point, visit, found.uncertain(), found.uncertainArrived(), wrong);
    }

    /**
     * From the committed intent to the reply in the journal nobody can know; before and behind it everything is known.
     * The flush that holds an outcome may hold the intent of the next message too: that one has not left.
     */
    private static Set<Long> uncertain(Failpoint point) {
        return switch (point) {
            case AFTER_INTENT, MID_BODY, BEFORE_REPLY, BEFORE_JOURNAL -> Set.of(1L);
            case AFTER_PREFETCH, BEFORE_INTENT, BEFORE_OUTCOME, IN_GENERATION -> Set.of(0L);
            case IN_OUTCOME -> Set.of(0L, 1L);
        };
    }

    private int visit(Failpoint point) {
        return switch (point) {
            case AFTER_PREFETCH, IN_GENERATION -> 1;
            case IN_OUTCOME -> 1 + dice.nextInt(messages / 2);
            default -> 1 + dice.nextInt(messages - 5);
        };
    }

    private void arm(Failpoint point, int visit) {
        try {
            Path unfinished = order.resolveSibling("failpoint.unfinished");
            Files.writeString(unfinished, point + " " + visit);
            Files.move(unfinished, order, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void disarm() {
        try {
            Files.deleteIfExists(order);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
