package dev.kurir.account;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.WorkspaceId;
import java.util.List;
import reactor.core.publisher.Mono;

/** The stored switch of each account, and why the program stopped it. */
public interface AccountSwitches {
    Mono<List<AccountSummary>> active(WorkspaceId workspace);

    /** Empty where the workspace has no such account. */
    Mono<AccountId> want(WorkspaceId workspace, AccountId id, boolean on);

    /** The workspace of the account; empty where it stood blocked with these words already. */
    Mono<WorkspaceId> suspend(AccountId id, String reason, String detail);

    /** The workspace of the account; empty where nothing blocked it. */
    Mono<WorkspaceId> resume(AccountId id);
}
