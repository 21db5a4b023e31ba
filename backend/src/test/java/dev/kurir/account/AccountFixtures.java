package dev.kurir.account;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CategoryId;
import dev.kurir.kernel.EmailAddress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

final class AccountFixtures {
    static final Endpoint SMTP = new Endpoint("smtp.example.com", 465, ConnectionSecurity.TLS);
    static final Endpoint IMAP = new Endpoint("imap.example.com", 993, ConnectionSecurity.TLS);

    private AccountFixtures() {}

    static AccountSettings settings(Endpoint smtp, @Nullable Endpoint imap) {
        return new AccountSettings(
                "Sales",
                new CategoryId(1),
                true,
                "",
                "",
                "custom",
                "Sales",
                new EmailAddress("sales@example.com"),
                "sales@example.com",
                smtp,
                imap,
                null,
                ReadingSettings.DEFAULT,
                Limits.NONE);
    }

    static Account stored(@Nullable Endpoint imap, boolean password, boolean imapPassword) {
        return new Account(
                new AccountId(1),
                1,
                new Category(new CategoryId(1), "Automation", 1),
                settings(SMTP, imap),
                password,
                imapPassword,
                false,
                Instant.EPOCH);
    }
}
