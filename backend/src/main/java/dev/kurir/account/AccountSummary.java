package dev.kurir.account;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.EmailAddress;
import org.jspecify.annotations.Nullable;

/** What lists and pickers show of an active account; no credentials. */
public record AccountSummary(
        AccountId id,
        String name,
        EmailAddress from,
        String fromName,
        boolean wanted,
        @Nullable String blockedReason,
        @Nullable String blockedDetail,
        Limits limits,
        boolean sandbox) {}
