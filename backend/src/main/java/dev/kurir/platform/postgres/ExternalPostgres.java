package dev.kurir.platform.postgres;

import dev.kurir.platform.StartRefusedException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * A database that somebody else runs. It is looked at before anything else starts, so that a wrong address is said in
 * one sentence.
 */
final class ExternalPostgres {

    private static final int OLDEST = 180_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private ExternalPostgres() {}

    static DatabaseLocation check(String url) {
        DatabaseLocation location = DatabaseUrl.parse(url);
        check(location, PATIENCE);
        return location;
    }

    static void check(DatabaseLocation location, Duration patience) {
        refuseOlder(location, version(location, System.nanoTime() + patience.toNanos()));
    }

    static void refuseOlder(DatabaseLocation location, int version) {
        if (version < OLDEST) {
            throw new StartRefusedException("The database at %s is PostgreSQL %d; Kurir needs PostgreSQL 18 or newer."
                    .formatted(location, version / 10_000));
        }
    }

    /**
     * A database that starts together with us may need some seconds; one that refuses our login will not change its
     * mind.
     */
    private static int version(DatabaseLocation location, long deadline) {
        while (true) {
            try (Connection connection = KurirDatabase.connect(location);
                    Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery("SHOW server_version_num")) {
                result.next();
                return result.getInt(1);
            } catch (SQLException failed) {
                if (!mayPass(failed) || System.nanoTime() > deadline) {
                    throw new StartRefusedException(
                            "The database at %s does not let Kurir in: %s".formatted(location, failed.getMessage()),
                            failed);
                }
                pause();
            }
        }
    }

    /** Class 08: no connection. 57P03: the server is starting up. */
    private static boolean mayPass(SQLException failed) {
        String state = failed.getSQLState();
        return state != null && (state.startsWith("08") || state.equals("57P03"));
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StartRefusedException("Interrupted while waiting for the database.", interrupted);
        }
    }
}
