package dev.kurir.reliability;

import static org.awaitility.Awaitility.await;

import dev.kurir.KurirApplication;
import dev.kurir.testing.ChildJvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The real program as a process of its own with its built-in database, started and killed as often as one likes. */
final class ProgramUnderTest implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("Kurir is ready: (http://\\S+)");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** How a user starts it ({@code .make/run}); empty: with the classes that were just compiled. */
    private static final String COMMAND = System.getProperty("kurir.program", "");
    /** Where it is started again and again, its second compiler would take longer than all the rest. */
    private static final String FIRST_COMPILER = "-XX:TieredStopAtLevel=1";

    private static final List<String> QUICK_START = List.of("-Xmx512m", FIRST_COMPILER);

    private final Path folder;
    private final Map<String, String> environment;
    private Process process;
    private Path log;
    private int starts;

    ProgramUnderTest(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = new HashMap<>(environment);
        this.environment.put("KURIR_DATA", folder.resolve("data").toString());
        this.environment.put("KURIR_PORT", "0");
        if (Boolean.getBoolean("kurir.dies-often")) {
            this.environment.putIfAbsent("JAVA_TOOL_OPTIONS", FIRST_COMPILER);
        }
    }

    void start() {
        log = folder.resolve("kurir-" + ++starts + ".log");
        try {
            process = builder().redirectOutput(Redirect.to(log.toFile())).start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Asks the program for something instead of running it, for the same data; waits until it is done. */
    void command(String... words) {
        ProcessBuilder asked = builder();
        asked.command().addAll(List.of(words));
        Path said = folder.resolve(words[0] + ".log");
        try {
            int exit = asked.redirectOutput(Redirect.to(said.toFile())).start().waitFor();
            if (exit != 0) {
                throw new AssertionError(words[0] + ": " + Files.readString(said));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The link that it prints when it is ready. */
    URI ready() {
        return await().pollInterval(Duration.ofMillis(20)).atMost(PATIENCE).until(this::link, link -> link != null);
    }

    boolean isReady() {
        try {
            return process.isAlive() && link() != null;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Waits until it has died by itself. */
    void awaitDeath() {
        await().pollInterval(Duration.ofMillis(5)).atMost(Duration.ofMinutes(1)).until(() -> !process.isAlive());
    }

    /** {@code kill -9} of the program alone: the guard of its database then stops that. */
    void kill() {
        process.destroyForcibly();
        awaitDeath();
    }

    /** {@code kill -9} of the program, of its database and of whatever guards that, all at once. */
    void killAll() {
        List<ProcessHandle> family = Stream.concat(
                        process.descendants(),
                        server().stream().flatMap(server -> Stream.concat(Stream.of(server), server.descendants())))
                .toList();
        process.destroyForcibly();
        family.forEach(ProcessHandle::destroyForcibly);
        awaitDeath();
    }

    /** Stops it in the middle of everything ({@code SIGSTOP}), as a machine that swaps or a paused container does. */
    void freeze() {
        signal("STOP");
    }

    /** It goes on as if no time had passed. */
    void thaw() {
        signal("CONT");
    }

    Path data() {
        return folder.resolve("data");
    }

    /** CPU seconds of the program itself. */
    double cpuSeconds() {
        return CpuTime.of(process.toHandle());
    }

    /** CPU seconds of its database, all processes. */
    double databaseCpuSeconds() {
        return server().map(CpuTime::ofFamily).orElse(0.0);
    }

    long pid() {
        return process.pid();
    }

    /** Its resident memory in MB; without that of the database. */
    long residentMegabytes() {
        try (Stream<String> status = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return status.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Its open files and threads. */
    Footprint footprint() {
        return Footprint.of(process.pid());
    }

    /** A door into its database while it runs. */
    Connection database() throws SQLException, IOException {
        Path home = folder.resolve("data").resolve("postgres");
        String port = Files.readString(home.resolve("port")).strip();
        String secret = Files.readString(home.resolve("secret")).strip();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/kurir", "kurir", secret);
    }

    /** As a service manager stops it. */
    void stop() {
        if (process != null && process.isAlive()) {
            process.destroy();
            awaitDeath();
        }
    }

    @Override
    public void close() {
        stop();
    }

    /** The PostgreSQL that runs on its data; not a descendant of the program, it has a session of its own. */
    private Optional<ProcessHandle> server() {
        Path note = folder.resolve("data").resolve("postgres").resolve("data").resolve("postmaster.pid");
        try (Stream<String> lines = Files.lines(note)) {
            return lines.findFirst().map(String::strip).map(Long::valueOf).flatMap(ProcessHandle::of);
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    private ProcessBuilder builder() {
        ProcessBuilder builder = ChildJvm.builder(KurirApplication.class, folder, environment, QUICK_START);
        return COMMAND.isEmpty() ? builder : builder.command(new ArrayList<>(List.of(COMMAND)));
    }

    private void signal(String name) {
        try {
            int exit = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new AssertionError("The program takes no signal");
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private URI link() throws IOException {
        if (!process.isAlive()) {
            throw new AssertionError("The program ended by itself: " + Files.readString(log));
        }
        Matcher found = READY.matcher(Files.readString(log));
        return found.find() ? URI.create(found.group(1)) : null;
    }
}
