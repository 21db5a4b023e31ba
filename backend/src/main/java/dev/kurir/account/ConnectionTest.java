package dev.kurir.account;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * Settings to be tried.
 *
 * @param accountId whose stored passwords stand in for those left out
 */
public record ConnectionTest(
        @Nullable AccountId accountId,
        EmailAddress from,
        String username,
        Endpoint smtp,
        @Nullable Endpoint imap,
        @Nullable String imapUsername,
        Passwords passwords) {}
