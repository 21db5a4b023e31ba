package dev.kurir.platform.postgres;

/** Where a database is and how to log in, told in the two dialects that the program needs. */
public record DatabaseLocation(String host, int port, String database, String user, String password, String sslMode) {

    /** For the reactive driver. Its host has brackets if it is an IPv6 address. */
    public String r2dbcUrl() {
        return "r2dbc:postgresql://%s:%d/%s?sslMode=%s&preparedStatementCacheQueries=256&tcpKeepAlive=true&statementTimeout=PT60S"
                .formatted(host, port, database, sslMode);
    }

    /** For migrations, which are the only user of JDBC. */
    public String jdbcUrl() {
        return "jdbc:postgresql://%s:%d/%s?sslmode=%s&connectTimeout=10&ApplicationName=kurir"
                .formatted(host, port, database, sslMode);
    }

    /** The same server, another database. */
    public DatabaseLocation withDatabase(String name) {
        return new DatabaseLocation(host, port, name, user, password, sslMode);
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return "postgresql://%s@%s:%d/%s".formatted(user, host, port, database);
    }
}
