package dev.kurir.testing;

import dev.kurir.platform.postgres.DatabaseLocation;
import dev.kurir.platform.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.springframework.util.FileSystemUtils;

/**
 * One real PostgreSQL per test JVM, as durable as in production, with one migrated database that all others are copied
 * from.
 */
final class TestCluster {

    private static final Path FOLDER = Path.of("target", "test-postgres").toAbsolutePath();
    private static final Path HOME =
            FOLDER.resolve("jvm-" + ProcessHandle.current().pid());
    private static final String TEMPLATE = "migrated";
    private static final TestCluster THE_ONE = new TestCluster();

    private final DatabaseLocation maintenance;
    private int created;

    private TestCluster() {
        try {
            sweep();
            EmbeddedPostgres server = EmbeddedPostgres.start(HOME, FOLDER, Map.of("max_connections", "300"));
            maintenance = server.maintenance();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "stop-test-postgres"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        execute("CREATE ROLE kurir LOGIN PASSWORD '%s'".formatted(maintenance.password()));
        execute("CREATE DATABASE %s OWNER kurir".formatted(TEMPLATE));
        DatabaseLocation template = located(TEMPLATE);
        Flyway.configure()
                .dataSource(template.jdbcUrl(), template.user(), template.password())
                .load()
                .migrate();
    }

    /** A fresh database with all tables and no rows. */
    static DatabaseLocation freshDatabase() {
        return THE_ONE.copy();
    }

    static void drop(DatabaseLocation database) {
        THE_ONE.execute("DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(database.database()));
    }

    private synchronized DatabaseLocation copy() {
        created++;
        String name = "test_" + created;
        execute("CREATE DATABASE %s TEMPLATE %s OWNER kurir".formatted(name, TEMPLATE));
        return located(name);
    }

    private DatabaseLocation located(String name) {
        return new DatabaseLocation(
                maintenance.host(), maintenance.port(), name, "kurir", maintenance.password(), maintenance.sslMode());
    }

    private void execute(String sql) {
        try (Connection connection =
                        DriverManager.getConnection(maintenance.jdbcUrl(), maintenance.user(), maintenance.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void stop(EmbeddedPostgres server) {
        try {
            server.close();
            FileSystemUtils.deleteRecursively(HOME);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Takes away what killed test runs left behind. */
    private static void sweep() throws IOException {
        Files.createDirectories(FOLDER);
        try (Stream<Path> found = Files.list(FOLDER)) {
            for (Path home : found.filter(TestCluster::isAbandoned).toList()) {
                FileSystemUtils.deleteRecursively(home);
            }
        }
    }

    private static boolean isAbandoned(Path home) {
        String name = home.getFileName().toString();
        return name.startsWith("jvm-")
                && ProcessHandle.of(Long.parseLong(name.substring("jvm-".length())))
                        .isEmpty();
    }
}
