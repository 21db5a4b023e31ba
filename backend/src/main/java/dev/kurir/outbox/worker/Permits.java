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

    /**
     * What was not used of an earlier minute goes back in the same breath; what no limit looks at any more goes away.
     */
    Mono<Void> reserve(AccountId account, Quota.Reservation wanted) {
        return database.sql("""
                        with back as (
                            update usage set reserved = reserved - :back
                            where account_id = :account and minute = :backFrom and :back > 0 and :backFrom <> :minute
                        ), old as (
                            delete from usage where account_id = :account and minute < :minute::timestamptz - interval '25 hours'
                        )
                        insert into usage as u (account_id, minute, workspace_id, reserved)
                        select :account, :minute, workspace_id, :count from account where id = :account
                        on conflict (account_id, minute) do update set reserved = u.reserved + excluded.reserved
                        """)
                .bind("account", account.value())
                .bind("minute", wanted.minute())
                .bind("count", wanted.count())
                .bind("backFrom", wanted.backFrom())
                .bind("back", wanted.back())
                .then();
    }

    Mono<Void> giveBack(AccountId account, Quota.Reservation unused) {
        return database.sql(
                        "update usage set reserved = reserved - :count where account_id = :account and minute = :minute")
                .bind("account", account.value())
                .bind("minute", unused.minute())
                .bind("count", unused.count())
                .then();
    }

    /** All that a day's limit looks at. */
    Mono<List<Reserved>> recent(AccountId account) {
        return database.sql("""
                        select minute, reserved from usage
                        where account_id = :account and minute > clock_timestamp() - interval '1 day 1 minute' and reserved > 0
                        order by minute
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
