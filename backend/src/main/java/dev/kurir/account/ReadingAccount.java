package dev.kurir.account;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.EmailAddress;
import dev.kurir.kernel.WorkspaceId;
import org.jspecify.annotations.Nullable;

/**
 * All that reading needs to know of an account.
 *
 * @param sentFolder named by a person; null: to be found
 */
public record ReadingAccount(
        AccountId id,
        WorkspaceId workspaceId,
        String name,
        EmailAddress from,
        String provider,
        Endpoint imap,
        String username,
        @Nullable String sentFolder,
        @Nullable Secret password) {}
