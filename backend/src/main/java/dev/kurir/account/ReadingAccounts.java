package dev.kurir.account;

import dev.kurir.kernel.AccountId;
import reactor.core.publisher.Mono;

/** Stored accounts with their passwords opened, for reading mail. */
public interface ReadingAccounts {
    /** Empty where the account is not active, or has no server to read from. */
    Mono<ReadingAccount> find(AccountId id);
}
