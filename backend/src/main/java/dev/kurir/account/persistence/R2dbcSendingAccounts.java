package dev.kurir.account.persistence;

import dev.kurir.account.CredentialVault;
import dev.kurir.account.Secret;
import dev.kurir.account.SendingAccount;
import dev.kurir.account.SendingAccounts;
import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.WorkspaceId;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcSendingAccounts implements SendingAccounts {
    private static final String SELECT = """
            select id, workspace_id, name, active, wanted, blocked_reason, blocked_detail, provider, from_address, from_name,
                   username, secret, smtp_host, smtp_port, smtp_security, gap_ms, jitter_ms, per_minute, per_hour,
                   per_day, people_share, window_days, window_from, window_to, window_zone, ramp_start, ramp_factor, ramp_since,
                   connections, retry_schedule, sandbox
              from account
             where deleted_at is null
            """;

    private final DatabaseClient database;
    private final CredentialVault vault;

    R2dbcSendingAccounts(DatabaseClient database, CredentialVault vault) {
        this.database = database;
        this.vault = vault;
    }

    @Override
    public Mono<SendingAccount> find(AccountId id) {
        return database.sql(SELECT + " and id = :id")
                .bind("id", id.value())
                .map(this::account)
                .one();
    }

    @Override
    public Mono<List<SendingAccount>> find(Collection<AccountId> ids) {
        return database.sql(SELECT + " and id = any(:ids)")
                .bind("ids", ids.stream().map(AccountId::value).toArray(Long[]::new))
                .map(this::account)
                .all()
                .collectList();
    }

    private SendingAccount account(Readable row) {
        AccountId id = new AccountId(Rows.number(row, "id"));
        WorkspaceId workspace = new WorkspaceId(Rows.number(row, "workspace_id"));
        @Nullable String blocked = row.get("blocked_reason", String.class);
        return new SendingAccount(
                id,
                workspace,
                Rows.text(row, "name"),
                Rows.flag(row, "active") && blocked == null,
                Rows.text(row, "wanted").equals("ON"),
                blocked,
                row.get("blocked_detail", String.class),
                Rows.text(row, "provider"),
                Rows.address(row, "from_address"),
                Rows.text(row, "from_name"),
                Rows.endpoint(row, "smtp"),
                Rows.text(row, "username"),
                password(row, workspace, id),
                Rows.limits(row),
                Rows.text(row, "retry_schedule").equals("sandbox"),
                Rows.flag(row, "sandbox"));
    }

    private @Nullable Secret password(Readable row, WorkspaceId workspace, AccountId id) {
        return vault.open(CredentialVault.Purpose.SMTP, workspace, id, row.get("secret", byte[].class));
    }
}
