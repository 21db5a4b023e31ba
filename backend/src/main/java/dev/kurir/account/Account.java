package dev.kurir.account;

import dev.kurir.kernel.AccountId;
import java.time.Instant;

/** An account as people see it: the passwords are not in it. */
public record Account(
        AccountId id,
        long version,
        Category category,
        AccountSettings settings,
        boolean passwordStored,
        boolean imapPasswordStored,
        boolean sandbox,
        Instant createdAt) {}
