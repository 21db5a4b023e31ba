package dev.kurir.account;

import dev.kurir.kernel.AccountId;
import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Mono;

/** Stored accounts with their passwords opened, for sending. */
public interface SendingAccounts {
    Mono<SendingAccount> find(AccountId id);

    /** Those of them that were not deleted. */
    Mono<List<SendingAccount>> find(Collection<AccountId> ids);
}
