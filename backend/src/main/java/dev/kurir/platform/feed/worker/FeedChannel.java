package dev.kurir.platform.feed.worker;

import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.api.PostgresqlResult;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** NOTIFY and LISTEN between the nodes. It listens on a connection of its own; a lost one is opened again for ever. */
@Component
class FeedChannel {
    private static final Logger LOG = LoggerFactory.getLogger(FeedChannel.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final ConnectionFactory connections;
    private final DatabaseClient database;

    FeedChannel(R2dbcConnectionDetails details, DatabaseClient database) {
        this.connections = ConnectionFactories.get(details.getConnectionFactoryOptions());
        this.database = database;
    }

    /** Outside of any transaction: inside, NOTIFY would make commits wait for each other. */
    Mono<Void> tell() {
        return database.sql("select pg_notify('kurir_feed', '')").then();
    }

    /** One signal per notification, and one when listening begins: something may have been missed before. */
    Flux<Boolean> heard() {
        return Flux.usingWhen(connections.create(), FeedChannel::listen, Connection::close)
                .doOnError(lost -> LOG.warn("Listening to the feed ended ({}); it is tried again", lost.getMessage()))
                .repeatWhen(ends -> ends.delayElements(FIRST_WAIT))
                .retryWhen(Retry.backoff(Long.MAX_VALUE, FIRST_WAIT)
                        .maxBackoff(LONGEST_WAIT)
                        .transientErrors(true));
    }

    private static Flux<Boolean> listen(Connection connection) {
        PostgresqlConnection postgres = (PostgresqlConnection) connection;
        return postgres.createStatement("listen kurir_feed")
                .execute()
                .concatMap(PostgresqlResult::getRowsUpdated)
                .then(Mono.just(true))
                .concatWith(postgres.getNotifications().map(_ -> true));
    }
}
