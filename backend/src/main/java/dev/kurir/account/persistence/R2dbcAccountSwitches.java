package dev.kurir.account.persistence;

import dev.kurir.account.AccountSummary;
import dev.kurir.account.AccountSwitches;
import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.WorkspaceId;
import io.r2dbc.spi.Readable;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcAccountSwitches implements AccountSwitches {
    private static final String ACTIVE = """
            select id, name, from_address, from_name, wanted, blocked_reason, blocked_detail,
                   gap_ms, jitter_ms, per_minute, per_hour, per_day, people_share,
                   window_days, window_from, window_to, window_zone, ramp_start, ramp_factor, ramp_since, connections, sandbox
              from account
             where workspace_id = :workspace and active and deleted_at is null
             order by lower(name), id
            """;
    private static final String WANT = """
            update account set wanted = :wanted, blocked_reason = null, blocked_detail = null, stirred_at = clock_timestamp()
             where workspace_id = :workspace and id = :id and deleted_at is null
            returning id
            """;
    private static final String BLOCK = """
            update account set blocked_reason = :reason, blocked_detail = :detail
             where id = :id and deleted_at is null
               and (blocked_reason, blocked_detail) is distinct from (:reason::text, :detail::text)
            returning workspace_id
            """;
    private static final String UNBLOCK = """
            update account set blocked_reason = null, blocked_detail = null, stirred_at = clock_timestamp()
             where id = :id and deleted_at is null and blocked_reason is not null
            returning workspace_id
            """;

    private final DatabaseClient database;

    R2dbcAccountSwitches(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<List<AccountSummary>> active(WorkspaceId workspace) {
        return database.sql(ACTIVE)
                .bind("workspace", workspace.value())
                .map(R2dbcAccountSwitches::summary)
                .all()
                .collectList();
    }

    @Override
    public Mono<AccountId> want(WorkspaceId workspace, AccountId id, boolean on) {
        return database.sql(WANT)
                .bind("workspace", workspace.value())
                .bind("id", id.value())
                .bind("wanted", on ? "ON" : "OFF")
                .map(row -> id)
                .one();
    }

    @Override
    public Mono<WorkspaceId> suspend(AccountId id, String reason, String detail) {
        return database.sql(BLOCK)
                .bind("id", id.value())
                .bind("reason", reason)
                .bind("detail", detail)
                .map(row -> new WorkspaceId(Rows.number(row, "workspace_id")))
                .one();
    }

    @Override
    public Mono<WorkspaceId> resume(AccountId id) {
        return database.sql(UNBLOCK)
                .bind("id", id.value())
                .map(row -> new WorkspaceId(Rows.number(row, "workspace_id")))
                .one();
    }

    private static AccountSummary summary(Readable row) {
        return new AccountSummary(
                new AccountId(Rows.number(row, "id")),
                Rows.text(row, "name"),
                Rows.address(row, "from_address"),
                Rows.text(row, "from_name"),
                Rows.text(row, "wanted").equals("ON"),
                row.get("blocked_reason", String.class),
                row.get("blocked_detail", String.class),
                Rows.limits(row),
                Rows.flag(row, "sandbox"));
    }
}
