package dev.kurir.outbox.worker;

import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * This node's right to work for a term, renewed four times as often on a connection of its own. The deadline counts
 * from before the renewal was asked for, by the monotonic clock, so it never ends later here than in the database.
 */
final class NodeLease {
    private static final Logger log = LoggerFactory.getLogger(NodeLease.class);

    private final EngineDatabase database;
    private final EngineLoop loop;
    private final Duration term;
    private final EngineTime time;
    private @Nullable Connection connection;
    private long node;
    private volatile long deadline;
    private boolean renewing;

    NodeLease(EngineDatabase database, EngineLoop loop, Duration term, EngineTime time) {
        this.database = database;
        this.loop = loop;
        this.term = term;
        this.time = time;
    }

    Duration renewal() {
        return term.dividedBy(4);
    }

    /**
     * Registers this start of the node; answers its key. Whoever starts holds the lock on the node's folder, so its
     * earlier starts are dead: their leases end here, and what they owned is free for all.
     */
    Mono<Long> register(String name, UUID boot) {
        return database.dedicated().flatMap(opened -> {
            long asked = System.nanoTime();
            return insert(opened, name, boot)
                    .doOnNext(start -> {
                        time.read(start.at(), asked, System.nanoTime());
                        connection = opened;
                        node = start.node();
                        deadline = asked + term.toNanos();
                    })
                    .map(Start::node);
        });
    }

    boolean isValid() {
        return System.nanoTime() - deadline < 0;
    }

    void renew() {
        if (renewing) {
            return;
        }
        renewing = true;
        long asked = System.nanoTime();
        Mono<Connection> ready = connection == null ? database.dedicated() : Mono.just(connection);
        ready.flatMap(opened -> extend(opened, asked).thenReturn(opened))
                .subscribe(
                        opened -> loop.execute(() -> renewed(opened, asked)),
                        failure -> loop.execute(() -> missed(failure)));
    }

    /** Ends it at once, so that another node need not wait. */
    Mono<Void> release() {
        Connection opened = connection;
        if (opened == null) {
            return Mono.empty();
        }
        return execute(opened, "update node set lease_until = clock_timestamp() where id = " + node)
                .then(Mono.from(opened.close()));
    }

    private void renewed(Connection opened, long asked) {
        renewing = false;
        connection = opened;
        deadline = asked + term.toNanos();
    }

    private void missed(Throwable failure) {
        renewing = false;
        log.warn("The node's lease could not be renewed: {}", failure.getMessage());
        Connection broken = connection;
        connection = null;
        if (broken != null) {
            Mono.from(broken.close()).onErrorComplete().subscribe();
        }
    }

    /** Not behind a later start: a dead one's last statement may still be on its way. */
    private Mono<Void> extend(Connection opened, long asked) {
        return Flux.from(opened.createStatement("""
                        update node n set lease_until = clock_timestamp() + interval '%d ms'
                        where id = %d and not exists (select from node later where later.name = n.name and later.id > n.id)
                        returning clock_timestamp()
                        """.formatted(term.toMillis(), node))
                        .execute())
                .concatMap(result -> result.map(row -> Objects.requireNonNull(row.get(0, Instant.class))))
                .doOnNext(shown -> time.read(shown, asked, System.nanoTime()))
                .then();
    }

    private record Start(long node, Instant at) {}

    private Mono<Start> insert(Connection opened, String name, UUID boot) {
        return Mono.from(opened.createStatement("""
                        with dead as (
                            update node set lease_until = clock_timestamp() where name = $1 and lease_until > clock_timestamp()
                        )
                        insert into node (name, boot, lease_until, started_at)
                        values ($1, $2, clock_timestamp() + interval '%d ms', clock_timestamp())
                        returning id, clock_timestamp()
                        """.formatted(term.toMillis()))
                        .bind("$1", name)
                        .bind("$2", boot)
                        .execute())
                .flatMap(result -> Mono.from(result.map(row -> new Start(
                        Objects.requireNonNull(row.get(0, Long.class)),
                        Objects.requireNonNull(row.get(1, Instant.class))))));
    }

    private static Mono<Void> execute(Connection opened, String sql) {
        return Flux.from(opened.createStatement(sql).execute())
                .concatMap(result -> result.getRowsUpdated())
                .then();
    }
}
