package dev.kurir.outbox.worker;

import io.r2dbc.spi.Connection;
import java.util.Objects;
import reactor.core.publisher.Mono;

/**
 * A connection of the flush. Opening one waits for what an older one has begun and refuses what it has not: after an
 * unknown commit nothing can still happen behind our back.
 */
record FlushSession(Connection connection, long node, int number) {
    static Mono<FlushSession> open(Connection connection, long node) {
        return Mono.from(connection
                        .createStatement("update node set session = session + 1 where id = $1 returning session")
                        .bind("$1", node)
                        .execute())
                .flatMap(result -> Mono.from(result.map(row -> Objects.requireNonNull(row.get(0, Integer.class)))))
                .map(number -> new FlushSession(connection, node, number))
                .onErrorResume(failure ->
                        Mono.from(connection.close()).onErrorComplete().then(Mono.error(failure)));
    }

    void close() {
        Mono.from(connection.close()).onErrorComplete().subscribe();
    }
}
