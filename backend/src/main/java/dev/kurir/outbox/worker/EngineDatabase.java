package dev.kurir.outbox.worker;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The engine's own connections: one for the flush, one for the lease, two for reading. The web's pool cannot starve
 * them.
 */
@Component
class EngineDatabase {
    private static final int READERS = 2;

    private final ConnectionFactory factory;
    private final ConnectionPool readers;

    EngineDatabase(R2dbcConnectionDetails details) {
        this.factory = ConnectionFactories.get(details.getConnectionFactoryOptions());
        this.readers = new ConnectionPool(ConnectionPoolConfiguration.builder(factory)
                .initialSize(0)
                .maxSize(READERS)
                .maxIdleTime(Duration.ofMinutes(10))
                .maxAcquireTime(Duration.ofSeconds(30))
                .build());
    }

    /** A connection of one's own; the server ends what takes longer than 5 s. */
    Mono<Connection> dedicated() {
        return Mono.from(factory.create())
                .delayUntil(connection -> connection
                        .createStatement("set statement_timeout = '5s'")
                        .execute())
                .map(Connection.class::cast);
    }

    DatabaseClient reading() {
        return DatabaseClient.create(readers);
    }

    Mono<Void> close() {
        return readers.disposeLater();
    }
}
