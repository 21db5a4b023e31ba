package dev.kurir.account;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CategoryId;
import dev.kurir.kernel.WorkspaceId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The accounts of a workspace as people keep them. */
public interface StoredAccounts {
    Mono<List<Account>> all(WorkspaceId workspace, @Nullable Boolean active);

    Mono<Account> find(WorkspaceId workspace, AccountId id);

    Mono<AccountId> add(WorkspaceId workspace, NewAccount account);

    /** Writes the settings over {@code stored}; empty where somebody else changed it since. */
    Mono<AccountId> replace(WorkspaceId workspace, Account stored, AccountSettings settings);

    /** Seals and stores what was given; null keeps, empty removes. */
    Mono<Void> setPasswords(WorkspaceId workspace, AccountId id, Passwords passwords);

    /** The stored passwords; empty where there is no such account. */
    Mono<Passwords> passwords(WorkspaceId workspace, AccountId id);

    /** Marks the account as removed and destroys its credentials. */
    Mono<AccountId> remove(WorkspaceId workspace, AccountId id);

    Mono<Boolean> hasCategory(WorkspaceId workspace, CategoryId id);
}
