package dev.kurir.outbox.worker;

import dev.kurir.kernel.AccountId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** The reserved permits in the database: a restart cannot forget what was used. */
final class Permits {
    private final DatabaseClient database;

    Permits(DatabaseClient database) {
        this.database = database;
    }

    record Reserved(Instant minute, int count) {}

    Mono<Void> reserve(AccountId account, int count) {
        return database.sql("""
                        insert into usage as u (account_id, minute, workspace_id, reserved)
                        select :account, date_trunc('minute', clock_timestamp()), workspace_id, :count from account where id = :account
                        on conflict (account_id, minute) do update set reserved = u.reserved + excluded.reserved
                        """)
                .bind("account", account.value())
                .bind("count", count)
                .then();
    }

    /** Reservations whose minute touches the last 60 s, each counted as if it were made at the minute's end. */
    Mono<List<Reserved>> recent(AccountId account) {
        return database.sql("""
                        select least(minute + interval '1 minute', clock_timestamp()), reserved from usage
                        where account_id = :account and minute > clock_timestamp() - interval '2 minutes' order by minute
                        """)
                .bind("account", account.value())
                .map(Permits::reserved)
                .all()
                .collectList();
    }

    private static Reserved reserved(Readable row) {
        return new Reserved(
                Objects.requireNonNull(row.get(0, Instant.class)), Objects.requireNonNull(row.get(1, Integer.class)));
    }
}
