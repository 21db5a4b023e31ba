package dev.kurir.platform.postgres;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;

/**
 * Starts the built-in database and commits one number after another, saying each only after its commit. Runs until it
 * is killed.
 */
final class CountingProgram {

    private CountingProgram() {}

    public static void main(String[] arguments) throws Exception {
        EmbeddedPostgres server = EmbeddedPostgres.start(Path.of(arguments[0]), Path.of(arguments[1]), Map.of());
        try (Connection connection = KurirDatabase.connect(server.maintenance());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS number (n int PRIMARY KEY)");
            for (int n = 1; true; n++) {
                statement.execute("INSERT INTO number VALUES (" + n + ")");
                System.out.println("committed " + n);
            }
        }
    }
}
