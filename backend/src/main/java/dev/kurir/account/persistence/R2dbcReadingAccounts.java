package dev.kurir.account.persistence;

import dev.kurir.account.CredentialVault;
import dev.kurir.account.CredentialVault.Purpose;
import dev.kurir.account.ReadingAccount;
import dev.kurir.account.ReadingAccounts;
import dev.kurir.account.Secret;
import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.WorkspaceId;
import io.r2dbc.spi.Readable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcReadingAccounts implements ReadingAccounts {
    private static final String FIND = """
            select id, workspace_id, name, from_address, provider, imap_host, imap_port, imap_security,
                   coalesce(imap_username, username) as username, secret, imap_secret, sent_folder
              from account
             where id = :id and active and deleted_at is null and imap_host is not null
            """;

    private final DatabaseClient database;
    private final CredentialVault vault;

    R2dbcReadingAccounts(DatabaseClient database, CredentialVault vault) {
        this.database = database;
        this.vault = vault;
    }

    @Override
    public Mono<ReadingAccount> find(AccountId id) {
        return database.sql(FIND).bind("id", id.value()).map(this::account).one();
    }

    private ReadingAccount account(Readable row) {
        AccountId id = new AccountId(Rows.number(row, "id"));
        WorkspaceId workspace = new WorkspaceId(Rows.number(row, "workspace_id"));
        return new ReadingAccount(
                id,
                workspace,
                Rows.text(row, "name"),
                Rows.address(row, "from_address"),
                Rows.text(row, "provider"),
                Rows.endpoint(row, "imap"),
                Rows.text(row, "username"),
                row.get("sent_folder", String.class),
                password(row, workspace, id));
    }

    /** Without a password of its own, IMAP takes that of SMTP. */
    private @Nullable Secret password(Readable row, WorkspaceId workspace, AccountId id) {
        Secret own = vault.open(Purpose.IMAP, workspace, id, row.get("imap_secret", byte[].class));
        return Objects.requireNonNullElseGet(
                own, () -> vault.open(Purpose.SMTP, workspace, id, row.get("secret", byte[].class)));
    }
}
