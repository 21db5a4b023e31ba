package dev.kurir.outbox.worker;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import java.util.Objects;
import reactor.core.publisher.Mono;

/**
 * A connection of the flush. Opening one waits for what an older one has begun and refuses what it has not: after an
 * unknown commit nothing can still happen behind our back. Empty when the database does not know this node.
 *
 * @param flushes how many the database knows of this node
 */
record FlushSession(Connection connection, long node, int number, int pid, long flushes) {
    static Mono<FlushSession> open(Connection connection, long node) {
        return Mono.from(connection
                        .createStatement(
                                "update node set session = session + 1 where id = $1 returning session, pg_backend_pid(), flush_no")
                        .bind("$1", node)
                        .execute())
                .flatMap(result -> Mono.from(result.map(row -> new FlushSession(
                        connection,
                        node,
                        number(row, 0),
                        number(row, 1),
                        Objects.requireNonNull(row.get(2, Long.class))))))
                .onErrorResume(failure ->
                        Mono.from(connection.close()).onErrorComplete().then(Mono.error(failure)));
    }

    private static int number(Readable row, int column) {
        return Objects.requireNonNull(row.get(column, Integer.class));
    }

    void close() {
        Mono.from(connection.close()).onErrorComplete().subscribe();
    }
}
