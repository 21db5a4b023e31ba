package dev.kurir.reliability;

import static org.awaitility.Awaitility.await;

import dev.kurir.testing.TestCertificate;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/** The program as a user starts it, set up and ready, with a certificate that it trusts; what a bench plays on. */
final class BenchStage implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofMinutes(20);

    final Path folder;
    final ProgramUnderTest program;
    final KurirApi api = new KurirApi();
    final SendingWorld world;
    final TestCertificate certificate;
    private int campaigns;

    BenchStage(String name) throws IOException, GeneralSecurityException, InterruptedException {
        folder = Path.of("target", "bench", name).toAbsolutePath();
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder);
        certificate = new TestCertificate(folder, "ip:127.0.0.1");
        program = new ProgramUnderTest(
                folder,
                Map.of("KURIR_ALLOW_PRIVATE_TARGETS", "127.0.0.1", "JAVA_TOOL_OPTIONS", certificate.trustOptions()));
        program.start();
        api.setUp(program.ready());
        world = new SendingWorld(program::database, api);
        System.out.println(machine());
    }

    /** A campaign of newsletters to so many people of its own; its messages are there. */
    String generated(String account, int people) {
        String campaign = campaign(account, people);
        world.generate(campaign, PATIENCE);
        return campaign;
    }

    String campaign(String account, int people) {
        return world.campaign("c" + ++campaigns, account, people, BenchContent.html(), BenchContent.text());
    }

    /** Sets it going and waits until all are accepted in the database; answers how long that took, in seconds. */
    double send(String campaign, FastSinkProcess sink, int messages) {
        return send(List.of(campaign), sink, messages);
    }

    /** The same for several at once that hold so many together. */
    double send(List<String> campaigns, FastSinkProcess sink, int messages) {
        long goal = sink.count().taken() + messages;
        long start = System.nanoTime();
        campaigns.forEach(world::process);
        sink.awaitTaken(goal);
        await().pollInterval(Duration.ofMillis(10))
                .atMost(PATIENCE)
                .until(() -> campaigns.stream().mapToLong(this::accepted).sum() == messages);
        return seconds(start);
    }

    long accepted(String campaign) {
        return world.progress(campaign).get("states").get("accepted").asLong();
    }

    /** CPU seconds so far of the program and of its database. */
    Cpu cpu() {
        return new Cpu(program.cpuSeconds(), program.databaseCpuSeconds());
    }

    /** CPU seconds of the program, and of its database. */
    record Cpu(double program, double database) {
        Cpu since(Cpu before) {
            return new Cpu(program - before.program, database - before.database);
        }

        double total() {
            return program + database;
        }
    }

    static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    static String machine() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return "%d processors, load %.1f".formatted(system.getAvailableProcessors(), system.getSystemLoadAverage());
    }

    @Override
    public void close() {
        program.stop();
        System.out.println(machine());
    }
}
