package dev.kurir.workspace;

import dev.kurir.kernel.WorkspaceId;
import reactor.core.publisher.Mono;

/** What a module puts into a new workspace. Called inside the transaction that creates it. */
public interface WorkspaceSeed {
    Mono<Void> seed(WorkspaceId workspaceId, Language language);
}
