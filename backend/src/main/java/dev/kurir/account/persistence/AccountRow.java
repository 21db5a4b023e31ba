package dev.kurir.account.persistence;

import dev.kurir.account.Account;
import dev.kurir.account.AccountSettings;
import dev.kurir.account.Away;
import dev.kurir.account.Category;
import dev.kurir.account.Endpoint;
import dev.kurir.account.ReadingSettings;
import dev.kurir.account.ReadingSettings.SentCopies;
import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CategoryId;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** One row of table {@code account} joined with its category. */
final class AccountRow {
    private AccountRow() {}

    static Account read(Readable row) {
        return new Account(
                new AccountId(Rows.number(row, "id")),
                Rows.number(row, "version"),
                new Category(new CategoryId(Rows.number(row, "category_id")), Rows.text(row, "category_name"), (int)
                        Rows.number(row, "category_accounts")),
                settings(row),
                row.get("secret", byte[].class) != null,
                row.get("imap_secret", byte[].class) != null,
                Rows.flag(row, "sandbox"),
                Objects.requireNonNull(row.get("created_at", Instant.class)));
    }

    private static AccountSettings settings(Readable row) {
        return new AccountSettings(
                Rows.text(row, "name"),
                new CategoryId(Rows.number(row, "category_id")),
                Rows.flag(row, "active"),
                Rows.text(row, "notes"),
                Rows.text(row, "signature"),
                Rows.text(row, "provider"),
                Rows.text(row, "from_name"),
                Rows.address(row, "from_address"),
                Rows.text(row, "username"),
                Rows.endpoint(row, "smtp"),
                row.get("imap_host", String.class) == null ? null : Rows.endpoint(row, "imap"),
                row.get("imap_username", String.class),
                new ReadingSettings(
                        SentCopies.of(Rows.text(row, "sent_copies")),
                        row.get("sent_folder", String.class),
                        Rows.flag(row, "mark_read"),
                        away(row)),
                Rows.limits(row));
    }

    private static @Nullable Away away(Readable row) {
        String text = row.get("away_text", String.class);
        return text == null ? null : new Away(text, row.get("away_until", Instant.class));
    }

    static GenericExecuteSpec bind(GenericExecuteSpec statement, AccountSettings settings) {
        @Nullable Away away = settings.reading().away();
        return LimitColumns.bind(endpoints(statement, settings), settings.limits())
                .bind("name", settings.name())
                .bind("category", settings.categoryId().value())
                .bind("active", settings.active())
                .bind("notes", settings.notes())
                .bind("signature", settings.signature())
                .bind("provider", settings.provider())
                .bind("fromName", settings.fromName())
                .bind("from", settings.from().value())
                .bind("username", settings.username())
                .bind("imapUsername", text(settings.imapUsername()))
                .bind("sentCopies", settings.reading().sentCopies().word())
                .bind("sentFolder", text(settings.reading().sentFolder()))
                .bind("markRead", settings.reading().markRead())
                .bind("awayText", text(away == null ? null : away.text()))
                .bind(
                        "awayUntil",
                        Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, away == null ? null : away.until()));
    }

    private static GenericExecuteSpec endpoints(GenericExecuteSpec statement, AccountSettings settings) {
        Endpoint smtp = settings.smtp();
        @Nullable Endpoint imap = settings.imap();
        return statement
                .bind("smtpHost", smtp.host())
                .bind("smtpPort", smtp.port())
                .bind("smtpSecurity", smtp.security().word())
                .bind("imapHost", text(imap == null ? null : imap.host()))
                .bind("imapPort", Parameters.in(R2dbcType.INTEGER, imap == null ? null : imap.port()))
                .bind("imapSecurity", text(imap == null ? null : imap.security().word()));
    }

    private static Object text(@Nullable String value) {
        return Parameters.in(R2dbcType.VARCHAR, value);
    }
}
