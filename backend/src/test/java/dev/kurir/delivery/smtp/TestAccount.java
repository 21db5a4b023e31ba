package dev.kurir.delivery.smtp;

import dev.kurir.account.Endpoint;
import dev.kurir.account.Limits;
import dev.kurir.account.Secret;
import dev.kurir.account.SendingAccount;
import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.EmailAddress;
import dev.kurir.kernel.WorkspaceId;
import org.jspecify.annotations.Nullable;

final class TestAccount {
    private TestAccount() {}

    static SendingAccount at(Endpoint endpoint, @Nullable Secret password) {
        return new SendingAccount(
                new AccountId(1),
                new WorkspaceId(1),
                "Post",
                true,
                true,
                null,
                null,
                "custom",
                new EmailAddress("post@kurir.test"),
                "Kurir",
                endpoint,
                "user",
                password,
                Limits.NONE,
                false,
                false);
    }
}
