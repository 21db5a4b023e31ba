package dev.kurir.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.kurir.platform.StartRefusedException;
import dev.kurir.testing.ChildJvm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresIT {

    private static final Path PROGRAMS = Path.of("target", "test-postgres").toAbsolutePath();

    @TempDir
    Path folder;

    private Path home;

    @BeforeEach
    void useAPathWithSpacesAndQuotes() {
        home = folder.resolve("Ibu's data folder");
    }

    @Test
    void runsDurablyAndLetsNobodyInWithoutThePassword() throws Exception {
        try (EmbeddedPostgres server = start()) {
            DatabaseLocation location = server.maintenance();

            assertThat(text(location, "SHOW server_version")).isEqualTo(EmbeddedPostgres.VERSION);
            assertThat(text(location, "SHOW fsync")).isEqualTo("on");
            assertThat(text(location, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(text(location, "SHOW full_page_writes")).isEqualTo("on");
            assertThat(text(location, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(location.toString()).doesNotContain(location.password());
            assertThatThrownBy(() -> text(withPassword(location, "guess"), "SELECT 1"))
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void aKilledProgramLeavesNoServerBehindAndLosesNoCommittedRow() throws Exception {
        int committed;
        try (ChildJvm program = count()) {
            program.lineWith("committed 200");
            long server = serverProcess();
            program.kill();

            await().atMost(Duration.ofSeconds(10))
                    .until(() -> ProcessHandle.of(server)
                            .filter(EmbeddedPostgresIT::isRunning)
                            .isEmpty());
            committed = lastCommitted(program);
        }
        try (EmbeddedPostgres server = start()) {
            assertThat(highest(server)).isBetween(committed, committed + 1);
        }
    }

    @Test
    void aServerWhoseGuardWasKilledTooIsStoppedAtTheNextStart() throws Exception {
        int committed;
        long orphan;
        try (ChildJvm program = count()) {
            program.lineWith("committed 200");
            orphan = serverProcess();
            List<ProcessHandle> guards = program.handle().children().toList();
            assertThat(guards).hasSize(1);
            guards.getFirst().destroyForcibly();
            program.kill();
            committed = lastCommitted(program);
        }
        assertThat(ProcessHandle.of(orphan)).isPresent();

        try (EmbeddedPostgres server = start()) {
            assertThat(serverProcess()).isNotEqualTo(orphan);
            assertThat(highest(server)).isBetween(committed, committed + 1);
        }
    }

    @Test
    void whatIsLeftOfAKilledGuardDoesNotStartTheOldServerAgain() throws Exception {
        List<ProcessHandle> left;
        try (ChildJvm program = count()) {
            program.lineWith("committed 1");
            ProcessHandle guard = program.handle().children().findFirst().orElseThrow();
            left = guard.children()
                    .filter(child -> child.info().commandLine().orElse("").contains(GuardedServer.NAME))
                    .toList();
            // as if it still believed in its guard
            left.forEach(watcher -> signal(watcher, "STOP"));
            guard.destroyForcibly();
            program.kill();
        }
        assertThat(left).isNotEmpty().allMatch(ProcessHandle::isAlive);

        try (EmbeddedPostgres server = start()) {
            assertThat(highest(server)).isPositive();
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(left).noneMatch(ProcessHandle::isAlive));
        }
    }

    private static void signal(ProcessHandle process, String name) {
        try {
            assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                            .start()
                            .waitFor())
                    .isZero();
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void aServerThatDiesIsStartedAgainWhereItWas() throws Exception {
        try (EmbeddedPostgres server = start()) {
            DatabaseLocation location = server.maintenance();
            execute(location, "CREATE TABLE kept AS SELECT 7 AS n");
            long dead = serverProcess();

            ProcessHandle.of(dead).orElseThrow().destroyForcibly();

            await().ignoreExceptions()
                    .atMost(Duration.ofSeconds(30))
                    .untilAsserted(() ->
                            assertThat(text(location, "SELECT n FROM kept")).isEqualTo("7"));
            assertThat(serverProcess()).isNotEqualTo(dead);
        }
        assertThat(home.resolve("data").resolve("postmaster.pid")).doesNotExist();
    }

    @Test
    void anInterruptedSetUpIsDoneAgain() throws Exception {
        Files.createDirectories(home.resolve("data.unfinished").resolve("base"));
        Files.writeString(home.resolve("data.unfinished").resolve("PG_VERSION"), "18");
        Files.writeString(home.resolve("secret.unfinished"), "half");

        try (EmbeddedPostgres server = start()) {
            assertThat(text(server.maintenance(), "SELECT 'well'")).isEqualTo("well");
        }
    }

    @Test
    void anInterruptedUnpackingIsDoneAgain() throws Exception {
        Path programs = folder.resolve("programs");
        Path unfinished = programs.resolve(Binaries.in(PROGRAMS).folder().getFileName() + ".unfinished");
        Files.createDirectories(unfinished.resolve("bin"));
        Files.writeString(unfinished.resolve("bin").resolve("postgres"), "half");

        try (EmbeddedPostgres server = EmbeddedPostgres.start(home, programs, Map.of())) {
            assertThat(text(server.maintenance(), "SELECT 'well'")).isEqualTo("well");
        }
    }

    @Test
    void aSecondProgramIsRefused() throws Exception {
        try (EmbeddedPostgres server = start()) {
            assertThatThrownBy(this::start)
                    .isInstanceOf(StartRefusedException.class)
                    .hasMessageContaining("Another Kurir is using the data folder %s", folder);
            try (ChildJvm other = count()) {
                assertThat(other.lineWith("Another Kurir is using the data folder"))
                        .isNotEmpty();
            }
            assertThat(text(server.maintenance(), "SELECT 'undisturbed'")).isEqualTo("undisturbed");
        }
    }

    @Test
    void aNoteThatNamesSomebodyElsesProcessIsTakenAwayAndTheProcessLives() throws Exception {
        start().close();
        try (ChildJvm stranger = ChildJvm.start(Stranger.class, folder, Map.of())) {
            stranger.lineWith("here");
            Files.writeString(
                    home.resolve("data").resolve("postmaster.pid"),
                    stranger.handle().pid() + "\n" + home.resolve("data") + "\n");

            try (EmbeddedPostgres server = start()) {
                assertThat(text(server.maintenance(), "SELECT 'well'")).isEqualTo("well");
                assertThat(stranger.handle().isAlive()).isTrue();
            }
        }
    }

    @Test
    void dataOfAnotherMajorVersionIsRefused() throws Exception {
        start().close();
        Files.writeString(home.resolve("data").resolve("PG_VERSION"), "17\n");

        assertThatThrownBy(this::start)
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("written by PostgreSQL 17");
    }

    @Test
    void keepsItsPortAndTakesAnotherWhenItIsTaken() throws Exception {
        int first;
        try (EmbeddedPostgres server = start()) {
            first = server.maintenance().port();
        }
        try (EmbeddedPostgres server = start()) {
            assertThat(server.maintenance().port()).isEqualTo(first);
        }
        try (ServerSocket taken = new ServerSocket(first, 1, InetAddress.getLoopbackAddress());
                EmbeddedPostgres server = start()) {
            assertThat(server.maintenance().port()).isNotEqualTo(taken.getLocalPort());
            assertThat(text(server.maintenance(), "SELECT 'well'")).isEqualTo("well");
        }
    }

    @Test
    void theProgramsOwnRoleIsNoSuperuser() throws Exception {
        try (EmbeddedPostgres server = start()) {
            DatabaseLocation own = KurirDatabase.ensure(server.maintenance());

            assertThat(KurirDatabase.ensure(server.maintenance())).isEqualTo(own);
            assertThat(text(own, "SHOW is_superuser")).isEqualTo("off");
            assertThatThrownBy(() -> text(own, "SELECT pg_read_file('PG_VERSION')"))
                    .hasMessageContaining("permission denied");
        }
    }

    /** A program that has nothing to do with a database. */
    static final class Stranger {
        public static void main(String[] arguments) throws IOException {
            System.out.println("here");
            System.in.read();
        }
    }

    private EmbeddedPostgres start() throws IOException {
        return EmbeddedPostgres.start(home, PROGRAMS, Map.of());
    }

    private ChildJvm count() {
        return ChildJvm.start(CountingProgram.class, folder, Map.of(), home.toString(), PROGRAMS.toString());
    }

    private long serverProcess() throws IOException {
        return Long.parseLong(Files.readAllLines(home.resolve("data").resolve("postmaster.pid"))
                .getFirst()
                .strip());
    }

    /** A dead process that nobody has collected yet does not run. */
    private static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && process.info().commandLine().isPresent();
    }

    private static int lastCommitted(ChildJvm program) {
        return program.remainingLines().stream()
                .filter(line -> line.matches("committed \\d+"))
                .mapToInt(line -> Integer.parseInt(line.substring("committed ".length())))
                .max()
                .orElse(200);
    }

    private static int highest(EmbeddedPostgres server) throws SQLException {
        return Integer.parseInt(text(server.maintenance(), "SELECT count(*) FROM number"));
    }

    private static String text(DatabaseLocation location, String query) throws SQLException {
        try (Connection connection = KurirDatabase.connect(location);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }

    private static void execute(DatabaseLocation location, String command) throws SQLException {
        try (Connection connection = KurirDatabase.connect(location);
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static DatabaseLocation withPassword(DatabaseLocation location, String password) {
        return new DatabaseLocation(
                location.host(), location.port(), location.database(), location.user(), password, location.sslMode());
    }
}
