package dev.kurir.account.persistence;

import dev.kurir.account.Account;
import dev.kurir.account.AccountSettings;
import dev.kurir.account.CredentialVault;
import dev.kurir.account.CredentialVault.Purpose;
import dev.kurir.account.NewAccount;
import dev.kurir.account.Passwords;
import dev.kurir.account.Secret;
import dev.kurir.account.StoredAccounts;
import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CategoryId;
import dev.kurir.kernel.WorkspaceId;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcStoredAccounts implements StoredAccounts {
    private static final String SELECT = """
            select a.*, c.name as category_name,
                   (select count(*) from account b where b.category_id = c.id and b.deleted_at is null) as category_accounts
              from account a join category c on c.id = a.category_id
             where a.workspace_id = :workspace and a.deleted_at is null
            """;
    private static final String INSERT = """
            insert into account (workspace_id, name, category_id, active, notes, signature, provider, from_name, from_address, username,
                   smtp_host, smtp_port, smtp_security, imap_host, imap_port, imap_security, imap_username, sent_copies, sent_folder, mark_read,
                   away_text, away_until,
                   gap_ms, jitter_ms, per_minute, per_hour, per_day, people_share,
                   window_days, window_from, window_to, window_zone, ramp_start, ramp_factor, ramp_since, connections,
                   retry_schedule, sandbox, created_at, updated_at)
            values (:workspace, :name, :category, :active, :notes, :signature, :provider, :fromName, :from, :username,
                   :smtpHost, :smtpPort, :smtpSecurity, :imapHost, :imapPort, :imapSecurity, :imapUsername, :sentCopies, :sentFolder, :markRead,
                   :awayText, :awayUntil,
                   :gap, :jitter, :perMinute, :perHour, :perDay, :peopleShare,
                   :windowDays, :windowFrom, :windowTo, :windowZone, :rampStart, :rampFactor,
                   case when :rampStart::int is not null then :now::timestamptz end, :connections, :retries, :sandbox, :now, :now)
            returning id
            """;
    private static final String UPDATE = """
            update account set name = :name, category_id = :category, active = :active, notes = :notes, signature = :signature, provider = :provider,
                   from_name = :fromName, from_address = :from, username = :username, smtp_host = :smtpHost,
                   smtp_port = :smtpPort, smtp_security = :smtpSecurity, imap_host = :imapHost, imap_port = :imapPort,
                   imap_security = :imapSecurity, imap_username = :imapUsername, sent_copies = :sentCopies,
                   sent_folder = :sentFolder, mark_read = :markRead, away_text = :awayText, away_until = :awayUntil, gap_ms = :gap, jitter_ms = :jitter,
                   per_minute = :perMinute, per_hour = :perHour, per_day = :perDay, people_share = :peopleShare,
                   window_days = :windowDays, window_from = :windowFrom, window_to = :windowTo, window_zone = :windowZone,
                   ramp_start = :rampStart, ramp_factor = :rampFactor,
                   ramp_since = case when :rampStart::int is null then null else coalesce(ramp_since, :now::timestamptz) end,
                   connections = :connections, updated_at = :now, stirred_at = clock_timestamp(), version = version + 1
             where workspace_id = :workspace and id = :id and version = :version and deleted_at is null
            returning id
            """;
    private static final String PASSWORDS = """
            select secret, imap_secret from account where workspace_id = :workspace and id = :id and deleted_at is null
            """;
    private static final String REMOVE = """
            update account set deleted_at = :now, active = false, wanted = 'OFF', secret = null, imap_secret = null,
                   category_id = null, version = version + 1, updated_at = :now
             where workspace_id = :workspace and id = :id and deleted_at is null
            returning id
            """;
    private static final String HAS_CATEGORY = """
            select exists (select 1 from category where workspace_id = :workspace and id = :id) as known
            """;

    private final DatabaseClient database;
    private final CredentialVault vault;
    private final Clock clock;

    R2dbcStoredAccounts(DatabaseClient database, CredentialVault vault, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    @Override
    public Mono<List<Account>> all(WorkspaceId workspace, @Nullable Boolean active) {
        String filter = active == null ? "" : " and a.active = " + active;
        return database.sql(SELECT + filter + " order by a.active desc, lower(a.name), a.id")
                .bind("workspace", workspace.value())
                .map(AccountRow::read)
                .all()
                .collectList();
    }

    @Override
    public Mono<Account> find(WorkspaceId workspace, AccountId id) {
        return database.sql(SELECT + " and a.id = :id")
                .bind("workspace", workspace.value())
                .bind("id", id.value())
                .map(AccountRow::read)
                .one();
    }

    @Override
    public Mono<AccountId> add(WorkspaceId workspace, NewAccount account) {
        return AccountRow.bind(database.sql(INSERT), account.settings())
                .bind("workspace", workspace.value())
                .bind("retries", account.sandbox() ? "sandbox" : "standard")
                .bind("sandbox", account.sandbox())
                .bind("now", clock.instant())
                .map(row -> new AccountId(Rows.number(row, "id")))
                .one();
    }

    @Override
    public Mono<AccountId> replace(WorkspaceId workspace, Account stored, AccountSettings settings) {
        return AccountRow.bind(database.sql(UPDATE), settings)
                .bind("workspace", workspace.value())
                .bind("id", stored.id().value())
                .bind("version", stored.version())
                .bind("now", clock.instant())
                .map(row -> new AccountId(Rows.number(row, "id")))
                .one();
    }

    @Override
    public Mono<Void> setPasswords(WorkspaceId workspace, AccountId id, Passwords passwords) {
        return set(Purpose.SMTP, workspace, id, passwords.smtp())
                .then(set(Purpose.IMAP, workspace, id, passwords.imap()));
    }

    @Override
    public Mono<Passwords> passwords(WorkspaceId workspace, AccountId id) {
        return database.sql(PASSWORDS)
                .bind("workspace", workspace.value())
                .bind("id", id.value())
                .map(row -> new Passwords(
                        vault.open(Purpose.SMTP, workspace, id, row.get("secret", byte[].class)),
                        vault.open(Purpose.IMAP, workspace, id, row.get("imap_secret", byte[].class))))
                .one();
    }

    @Override
    public Mono<AccountId> remove(WorkspaceId workspace, AccountId id) {
        return database.sql(REMOVE)
                .bind("workspace", workspace.value())
                .bind("id", id.value())
                .bind("now", clock.instant())
                .map(row -> id)
                .one();
    }

    @Override
    public Mono<Boolean> hasCategory(WorkspaceId workspace, CategoryId id) {
        return database.sql(HAS_CATEGORY)
                .bind("workspace", workspace.value())
                .bind("id", id.value())
                .map(row -> Rows.flag(row, "known"))
                .one();
    }

    private Mono<Void> set(Purpose purpose, WorkspaceId workspace, AccountId id, @Nullable Secret secret) {
        if (secret == null) {
            return Mono.empty();
        }
        byte @Nullable [] sealed = secret.value().isEmpty() ? null : vault.seal(purpose, workspace, id, secret);
        return database.sql("update account set " + purpose.column()
                        + " = :secret where workspace_id = :workspace and id = :id")
                .bind("workspace", workspace.value())
                .bind("id", id.value())
                .bind("secret", Parameters.in(R2dbcType.VARBINARY, sealed))
                .then();
    }
}
