package dev.kurir.outbox.persistence;

import dev.kurir.outbox.Gate;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ValidationDepth;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The exclusive side of the gate, alone in its own autocommit statement. Stops that arrive while a barrier waits share
 * the next one: a barrier that has not begun yet serves every fact that was committed before it.
 *
 * <p>It has a connection that nobody else ever uses: on one with a transaction left open the lock would stay, and no
 * intent could pass any more.
 */
class GateBarrier implements Gate {
    private static final Logger log = LoggerFactory.getLogger(GateBarrier.class);

    private final Mono<Connection> opening;
    private final AtomicReference<@Nullable Mono<Boolean>> next = new AtomicReference<>();
    private final AtomicReference<@Nullable Connection> kept = new AtomicReference<>();
    private Mono<?> running = Mono.empty();

    /** @param opening opens a connection on which the server ends what waits too long */
    GateBarrier(Mono<Connection> opening) {
        this.opening = opening;
    }

    @Override
    public Mono<Boolean> pass() {
        Mono<Boolean> waiting = next.get();
        if (waiting != null) {
            return waiting;
        }
        return arrange();
    }

    Mono<Void> close() {
        Connection connection = kept.getAndSet(null);
        return connection == null ? Mono.empty() : Mono.from(connection.close());
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
        return connection().flatMap(this::passOn).onErrorResume(failure -> {
            log.warn("The gate could not be passed: {}", failure.getMessage());
            return Mono.just(false);
        });
    }

    /** Barriers come one after another, so one connection is enough; after a failure it is not used again. */
    private Mono<Connection> connection() {
        return Mono.justOrEmpty(kept.getAndSet(null))
                .cast(Connection.class)
                .filterWhen(connection -> connection.validate(ValidationDepth.LOCAL))
                .switchIfEmpty(opening);
    }

    private Mono<Boolean> passOn(Connection connection) {
        return lockOnce(connection)
                .doOnSuccess(_ -> kept.set(connection))
                .onErrorResume(failure ->
                        Mono.from(connection.close()).onErrorComplete().then(Mono.error(failure)));
    }

    private static Mono<Boolean> lockOnce(Connection connection) {
        return Flux.from(connection
                        .createStatement("select pg_advisory_xact_lock(gate())")
                        .execute())
                .concatMap(result -> result.map(_ -> true))
                .then(Mono.just(true));
    }
}
