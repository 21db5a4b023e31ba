package dev.kurir.account;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.EmailAddress;
import dev.kurir.kernel.WorkspaceId;
import org.jspecify.annotations.Nullable;

/**
 * All that sending needs to know of an account.
 *
 * @param usable active, not deleted, not blocked: whether its messages may leave when the switch is on
 * @param wanted the worker switch
 */
public record SendingAccount(
        AccountId id,
        WorkspaceId workspaceId,
        String name,
        boolean usable,
        boolean wanted,
        @Nullable String blockedReason,
        @Nullable String blockedDetail,
        String provider,
        EmailAddress from,
        String fromName,
        Endpoint smtp,
        String username,
        @Nullable Secret password,
        Limits limits,
        boolean quickRetries,
        boolean sandbox) {}
