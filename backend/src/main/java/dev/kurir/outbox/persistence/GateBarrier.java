package dev.kurir.outbox.persistence;

import dev.kurir.outbox.Gate;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The exclusive side of the gate, alone in its own autocommit statement. Stops that arrive while a barrier waits share
 * the next one: a barrier that has not begun yet serves every fact that was committed before it.
 */
@Component
class GateBarrier implements Gate {
    private static final Logger log = LoggerFactory.getLogger(GateBarrier.class);

    private final ConnectionFactory connections;
    private final AtomicReference<@Nullable Mono<Boolean>> next = new AtomicReference<>();
    private Mono<?> running = Mono.empty();

    GateBarrier(ConnectionFactory connections) {
        this.connections = connections;
    }

    @Override
    public Mono<Boolean> pass() {
        Mono<Boolean> waiting = next.get();
        if (waiting != null) {
            return waiting;
        }
        return arrange();
    }

    private synchronized Mono<Boolean> arrange() {
        Mono<Boolean> waiting = next.get();
        if (waiting != null) {
            return waiting;
        }
        Mono<Boolean> mine = running.then(Mono.defer(this::begin)).cache();
        next.set(mine);
        running = mine.onErrorComplete();
        return mine;
    }

    /** From here on nobody may join: a fact committed later might not be seen. */
    private Mono<Boolean> begin() {
        next.set(null);
        return Mono.usingWhen(connections.create(), GateBarrier::lockOnce, Connection::close)
                .onErrorResume(failure -> {
                    log.warn("The gate could not be passed: {}", failure.getMessage());
                    return Mono.just(false);
                });
    }

    private static Mono<Boolean> lockOnce(Connection connection) {
        return Flux.from(connection
                        .createStatement("select pg_advisory_xact_lock(gate())")
                        .execute())
                .concatMap(result -> result.map(_ -> true))
                .then(Mono.just(true));
    }
}
