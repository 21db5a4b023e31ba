package dev.kurir.platform.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The program's own database and role on the built-in server. The role is no superuser: SQL that goes astray cannot
 * leave the database.
 */
final class KurirDatabase {

    private static final String NAME = "kurir";

    private KurirDatabase() {}

    static DatabaseLocation ensure(DatabaseLocation maintenance) throws SQLException {
        try (Connection connection = connect(maintenance);
                Statement statement = connection.createStatement()) {
            if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?")) {
                // The secret is hexadecimal, so it needs no quoting; CREATE ROLE takes no parameters.
                statement.execute("CREATE ROLE kurir LOGIN PASSWORD '%s'".formatted(maintenance.password()));
            }
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?")) {
                statement.execute("CREATE DATABASE kurir OWNER kurir");
            }
        }
        return new DatabaseLocation(
                maintenance.host(), maintenance.port(), NAME, NAME, maintenance.password(), maintenance.sslMode());
    }

    static Connection connect(DatabaseLocation location) throws SQLException {
        return DriverManager.getConnection(location.jdbcUrl(), location.user(), location.password());
    }

    private static boolean exists(Connection connection, String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, NAME);
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }
}
