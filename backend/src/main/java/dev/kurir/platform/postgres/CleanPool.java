package dev.kurir.platform.postgres;

import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.R2dbcTransientResourceException;
import io.r2dbc.spi.ValidationDepth;
import reactor.core.publisher.Mono;

/**
 * A pool whose connections come back with nothing under way.
 *
 * <p>Who is cancelled during {@code BEGIN} gives the connection back before the server's answer to it, so neither the
 * pool nor the driver sees a transaction that they could roll back. The next user would work inside it, keep every lock
 * that it takes and commit nothing. Only an answer that the server gives after the {@code BEGIN} says where a
 * connection stands; one that gives none is closed.
 */
public final class CleanPool {
    private CleanPool() {}

    public static ConnectionPoolConfiguration.Builder of(ConnectionFactory factory) {
        return ConnectionPoolConfiguration.builder(factory).preRelease(CleanPool::clean);
    }

    private static Mono<Void> clean(Connection connection) {
        return Mono.from(connection.validate(ValidationDepth.REMOTE))
                .filter(answers -> answers)
                .switchIfEmpty(Mono.error(() -> new R2dbcTransientResourceException("The connection does not answer")))
                .flatMap(_ -> connection.isAutoCommit() ? Mono.empty() : Mono.from(connection.rollbackTransaction()));
    }
}
