package dev.kurir.outbox.worker;

import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Whom a connection waits for. */
record LockWatch(DatabaseClient database) {

    /** One sentence about all of them; empty when it waits for nobody. */
    Mono<String> blockers(int pid) {
        return database.sql("""
                        select string_agg(format('session %s (%s since %s, its last statement began %s: %s)', a.pid, a.state,
                                   date_trunc('second', a.state_change), date_trunc('second', a.query_start),
                                   left(regexp_replace(a.query, '\\s+', ' ', 'g'), 200)), '; ' order by a.pid)
                        from pg_stat_activity a where a.pid = any(pg_blocking_pids(:pid))
                        """)
                .bind("pid", pid)
                .map(row -> Optional.ofNullable(row.get(0, String.class)))
                .one()
                .flatMap(Mono::justOrEmpty);
    }
}
