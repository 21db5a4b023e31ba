package dev.kurir.reliability;

import static org.awaitility.Awaitility.await;

import dev.kurir.reliability.KurirApi.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionTimeoutException;

/** A disk runs full in the middle of a campaign and of an import, stays so for a while, and has room again. */
final class DiskFullScenario implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int PEOPLE = 30_000;

    private final SmallDisk disk;
    private final RecordingSink sink;
    private final NodeCrew crew;
    private final SendingWorld world;
    private final KurirApi api = new KurirApi();
    private final int messages;
    private final List<Answer> answers = new ArrayList<>();
    private final List<Long> resumed = new ArrayList<>();
    private long slowest;
    private int lateOnes;
    private String workers = "";

    /**
     * @param answers of the program while the disk was full
     * @param slowest milliseconds that one of them took
     * @param late messages that did not stop to leave although there was no room
     * @param workers what it said about its workers then
     */
    record Result(CrashResult mail, List<Answer> answers, long slowest, int late, String workers) {
        List<Answer> dishonest() {
            return answers.stream().filter(answer -> !answer.isHonest()).toList();
        }
    }

    /** @param small which disk, still empty */
    DiskFullScenario(Path folder, SmallDisk small, int messages) throws IOException {
        this.disk = small;
        this.messages = messages;
        this.sink = new RecordingSink(folder.resolve("sink.tsv"), Duration.ofMillis(30));
        this.crew = new NodeCrew(folder, 1, Duration.ofSeconds(20), "127.0.0.1:" + sink.port());
        this.world = new SendingWorld(crew.database()::connect, api);
    }

    Result run(int times) {
        crew.start(api);
        String account = world.account("one", sink.port(), 4);
        String campaign = world.campaign("c", account, messages);
        world.generate(campaign);
        world.process(campaign);
        for (int time = 1; time <= times; time++) {
            fillAndFree(time);
        }
        try {
            await().ignoreExceptions()
                    .pollInterval(Duration.ofMillis(200))
                    .atMost(PATIENCE)
                    .until(() -> world.open() == 0);
        } catch (ConditionTimeoutException stuck) {
            System.out.println("not over after " + PATIENCE.toSeconds() + " s: what is open counts as lost");
        }
        CrashCheck.Found found = CrashCheck.compare(messages, world.states("c-"), sink.recipients());
        return new Result(
                new CrashResult(times, messages, found, 0, resumed, CrashCheck.unsound(world)),
                answers,
                slowest,
                lateOnes,
                workers);
    }

    @Override
    public void close() {
        disk.free();
        crew.close();
        sink.close();
    }

    private void fillAndFree(int time) {
        int goal = sink.count() + 100;
        await().pollInterval(Duration.ofMillis(5)).atMost(PATIENCE).until(() -> sink.count() >= goal);
        api.upload("/contacts/imports", csv(time));
        disk.fill();
        meanwhile(Duration.ofSeconds(2), () -> api.ask("GET", "/campaigns", null));
        meanwhile(Duration.ofSeconds(4), () -> api.ask("POST", "/lists", Map.of("name", "l" + System.nanoTime())));
        timed(() -> api.upload("/contacts/imports", csv(-time)));
        lateOnes += takenWhileFull();
        workers = api.ask("GET", "/workers", null).body();
        disk.free();
        long back = System.nanoTime();
        int then = sink.count();
        // a database that stopped for want of room is started again by its guard: until then nobody can ask it
        await().ignoreExceptions()
                .pollInterval(Duration.ofMillis(5))
                .atMost(PATIENCE)
                .until(() -> sink.count() > then + 5 || world.open() == 0);
        resumed.add((System.nanoTime() - back) / 1_000_000);
    }

    /**
     * An import that ends gives its file's room back for a moment, in which mail may leave: so it is filled until none
     * does.
     */
    private int takenWhileFull() {
        int taken = 1;
        for (int attempt = 0; attempt < 10 && taken > 0; attempt++) {
            disk.fill();
            int before = sink.count();
            await().pollDelay(Duration.ofMillis(1_500)).until(() -> true);
            taken = sink.count() - before;
        }
        return taken;
    }

    private void meanwhile(Duration time, Supplier<Answer> question) {
        long since = System.nanoTime();
        while (System.nanoTime() - since < time.toNanos()) {
            disk.fill();
            timed(question);
            await().pollDelay(Duration.ofMillis(200)).until(() -> true);
        }
    }

    private void timed(Supplier<Answer> question) {
        long since = System.nanoTime();
        answers.add(question.get());
        slowest = Math.max(slowest, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since));
    }

    private static String csv(int time) {
        return IntStream.range(0, PEOPLE)
                .mapToObj(n -> "import%d-%d@people.test,Person %d\n".formatted(time, n, n))
                .collect(Collectors.joining("", "email,name\n", ""));
    }
}
