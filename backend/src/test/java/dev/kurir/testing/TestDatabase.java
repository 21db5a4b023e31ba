package dev.kurir.testing;

import dev.kurir.platform.postgres.CleanPool;
import dev.kurir.platform.postgres.DatabaseLocation;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.time.Duration;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * A fresh, migrated database for one test class without Spring:
 *
 * <pre>{@code
 * private static final TestDatabase DATABASE = TestDatabase.fresh();
 * }</pre>
 *
 * It vanishes with the JVM; close it to free its connections earlier.
 */
public final class TestDatabase implements AutoCloseable {

    private final DatabaseLocation location;
    private final ConnectionPool pool;

    private TestDatabase(DatabaseLocation location) {
        this.location = location;
        this.pool = new ConnectionPool(CleanPool.of(unpooled(location))
                .initialSize(0)
                .maxSize(10)
                .maxAcquireTime(Duration.ofSeconds(20))
                .build());
    }

    public static TestDatabase fresh() {
        return new TestDatabase(TestCluster.freshDatabase());
    }

    public DatabaseLocation location() {
        return location;
    }

    /** A pool of ten connections, as clean as that of the program. */
    public ConnectionFactory connections() {
        return pool;
    }

    /** One connection per call, nobody else's. */
    public ConnectionFactory unpooled() {
        return unpooled(location);
    }

    public DatabaseClient client() {
        return DatabaseClient.create(pool);
    }

    public TransactionalOperator transactions() {
        return TransactionalOperator.create(new R2dbcTransactionManager(pool));
    }

    @Override
    public void close() {
        pool.dispose();
        TestCluster.drop(location);
    }

    private static ConnectionFactory unpooled(DatabaseLocation location) {
        return ConnectionFactories.get(ConnectionFactoryOptions.parse(location.r2dbcUrl())
                .mutate()
                .option(ConnectionFactoryOptions.USER, location.user())
                .option(ConnectionFactoryOptions.PASSWORD, location.password())
                .build());
    }
}
