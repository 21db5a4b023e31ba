package dev.kurir.outbox.persistence;

import dev.kurir.kernel.AccountId;
import dev.kurir.outbox.PaceStatus;
import dev.kurir.outbox.StoredStatuses;
import dev.kurir.outbox.WorkerStatus;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

@Repository
class R2dbcStatuses implements StoredStatuses {
    private static final String WRITE = """
            insert into worker_board as b (account_id, workspace_id, status, rate, at)
            select a.id, a.workspace_id, p.status::jsonb, p.rate, clock_timestamp()
            from unnest(:accounts::bigint[], :statuses::text[], :rates::bigint[]) as p (account_id, status, rate)
            join account a on a.id = p.account_id
            order by a.id
            on conflict (account_id) do update set status = excluded.status, rate = excluded.rate, at = excluded.at
            """;
    private static final String READ = """
            select b.account_id, b.status::text as status,
                   case when b.at > clock_timestamp() - interval '1 minute' then b.rate else 0 end as rate
            from worker_board b join account_owner o on o.account_id = b.account_id join node n on n.id = o.node_id
            where b.account_id = any(:accounts) and n.lease_until > clock_timestamp()
            """;

    private final DatabaseClient database;
    private final JsonMapper json;

    R2dbcStatuses(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** A status without its account, whose public id is no business of the database. */
    private record Said(
            WorkerStatus.State state,
            @Nullable String reason,
            @Nullable String detail,
            @Nullable Instant nextAt,
            PaceStatus pace) {
        static Said of(WorkerStatus status) {
            return new Said(status.state(), status.reason(), status.detail(), status.nextAt(), status.pace());
        }

        WorkerStatus by(AccountId account) {
            return new WorkerStatus(account, state, reason, detail, nextAt, pace);
        }
    }

    @Override
    public Mono<Void> write(List<Posted> posted) {
        return posted.isEmpty()
                ? Mono.empty()
                : database.sql(WRITE)
                        .bind(
                                "accounts",
                                array(posted, each -> each.status().accountId().value(), Long[]::new))
                        .bind(
                                "statuses",
                                array(posted, each -> json.writeValueAsString(Said.of(each.status())), String[]::new))
                        .bind("rates", array(posted, Posted::rate, Long[]::new))
                        .then();
    }

    @Override
    public Mono<Map<AccountId, Posted>> read(Collection<AccountId> accounts) {
        return database.sql(READ)
                .bind("accounts", accounts.stream().map(AccountId::value).toArray(Long[]::new))
                .map(this::posted)
                .all()
                .collectMap(posted -> posted.status().accountId());
    }

    private Posted posted(Readable row) {
        AccountId account = new AccountId(get(row, "account_id", Long.class));
        Said said = json.readValue(get(row, "status", String.class), Said.class);
        return new Posted(said.by(account), get(row, "rate", Long.class));
    }

    private static <T> Object[] array(
            List<Posted> posted, Function<Posted, T> value, java.util.function.IntFunction<T[]> make) {
        return posted.stream().map(value).toArray(make);
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }
}
