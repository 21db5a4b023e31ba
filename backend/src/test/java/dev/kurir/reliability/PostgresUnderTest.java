package dev.kurir.reliability;

import dev.kurir.platform.postgres.Database;
import dev.kurir.platform.postgres.DatabaseLocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * A PostgreSQL that several nodes share and that this test may kill; the nodes reach it through lines that can fail.
 */
final class PostgresUnderTest implements AutoCloseable {
    private final Path home;
    private volatile Database running;

    PostgresUnderTest(Path home) {
        this.home = home;
        running = Database.embedded(home);
    }

    /** {@code kill -9} of the postmaster and all its children, as a crash of its machine. */
    void kill() {
        List<ProcessHandle> family = family();
        family.forEach(ProcessHandle::destroyForcibly);
        Awaitility.await()
                .pollInterval(Duration.ofMillis(5))
                .until(() -> family.stream().noneMatch(ProcessHandle::isAlive));
        forget();
    }

    /** After a kill. */
    void start() {
        running = Database.embedded(home);
    }

    /** As an administrator does it who is in a hurry. */
    void restart() {
        running.close();
        start();
    }

    /** Ends every session of the program; the server goes on. */
    void terminateSessions() {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where datname = current_database() and pid <> pg_backend_pid()");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    int port() {
        return running.location().port();
    }

    /** For a node, through the line at the given port. */
    String urlThrough(int port) {
        DatabaseLocation at = running.location();
        return "postgresql://%s:%s@127.0.0.1:%d/%s".formatted(at.user(), at.password(), port, at.database());
    }

    Connection connect() throws SQLException {
        DatabaseLocation at = running.location();
        return DriverManager.getConnection(at.jdbcUrl(), at.user(), at.password());
    }

    @Override
    public void close() {
        running.close();
    }

    private List<ProcessHandle> family() {
        try (Stream<String> lines = Files.lines(home.resolve("data").resolve("postmaster.pid"))) {
            ProcessHandle postmaster = ProcessHandle.of(
                            Long.parseLong(lines.findFirst().orElseThrow().strip()))
                    .orElseThrow();
            return Stream.concat(Stream.of(postmaster), postmaster.descendants())
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Lets go of what is dead, so that it can be started again. */
    private void forget() {
        try {
            running.close();
        } catch (IllegalStateException dead) {
            // it did not stop in order: that was the purpose
        }
    }
}
