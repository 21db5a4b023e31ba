package dev.kurir.outbox;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.WorkspaceId;
import java.util.Map;
import reactor.core.publisher.Mono;

/** The fence in the database. */
public interface StoredFence {
    /** Code of why nothing is sent; empty when sending is allowed. */
    Mono<String> reason();

    /** Puts it up, for all nodes; one that stands keeps its reason. */
    Mono<Void> raise(FenceReason reason);

    /** Takes it away and takes the server for the right one; false when there was none. */
    Mono<Boolean> lift();

    /** Messages that would leave now, by account. */
    Mono<Map<AccountId, Long>> released(WorkspaceId workspace);
}
