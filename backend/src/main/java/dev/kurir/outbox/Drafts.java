package dev.kurir.outbox;

import dev.kurir.kernel.WorkspaceId;
import reactor.core.publisher.Mono;

/** The stored, frozen contents. */
public interface Drafts {
    Mono<Long> add(WorkspaceId workspaceId, DraftContent content);

    Mono<DraftContent> find(long draftId);
}
