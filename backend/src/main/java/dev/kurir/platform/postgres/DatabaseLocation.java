package dev.kurir.platform.postgres;

/** Where a database is and how to log in, told in the two dialects that the program needs. */
public record DatabaseLocation(String host, int port, String database, String user, String password, String sslMode) {

    /**
     * What the server ends by itself, on every connection of the program: a transaction that was left open must not
     * keep its locks, and nobody waits for ever. The longest honest work is a chunk of an import or a generation.
     */
    private static final String LIMITS = "&statementTimeout=PT60S&lockWaitTimeout=PT10S"
            + "&options=idle_in_transaction_session_timeout%3D10s%3Btransaction_timeout%3D2min";

    /** For the reactive driver. Its host has brackets if it is an IPv6 address. */
    public String r2dbcUrl() {
        return "r2dbc:postgresql://%s:%d/%s?sslMode=%s&preparedStatementCacheQueries=256&tcpKeepAlive=true"
                        .formatted(host, port, database, sslMode)
                + LIMITS;
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
