package dev.kurir.account;

import dev.kurir.kernel.AccountId;
import reactor.core.publisher.Mono;

/**
 * Whether an account may go. Owned by account, implemented by the modules that depend on accounts; each refuses with a
 * {@code DomainException} ({@code account_in_use}) while it still needs it.
 */
public interface AccountRemovalCheck {
    Mono<Void> check(AccountId id);
}
