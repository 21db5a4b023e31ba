package dev.kurir.outbox.persistence;

import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** The gate's own way to the database. */
@Configuration(proxyBeanMethods = false)
class GateConfiguration {
    /** Newer intents wait behind a barrier that waits, so this is less than a flush may take. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @Bean(destroyMethod = "close")
    GateBarrier gate(R2dbcConnectionDetails details) {
        ConnectionFactory own = ConnectionFactories.get(details.getConnectionFactoryOptions()
                .mutate()
                .option(PostgresqlConnectionFactoryProvider.STATEMENT_TIMEOUT, PATIENCE)
                .build());
        return new GateBarrier(Mono.from(own.create()).cast(Connection.class));
    }
}
