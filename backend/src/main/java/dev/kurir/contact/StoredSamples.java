package dev.kurir.contact;

import dev.kurir.kernel.ListId;
import dev.kurir.kernel.WorkspaceId;
import reactor.core.publisher.Mono;

/** What was made for the sandbox. */
public interface StoredSamples {
    /** The sample list of this name, made when missing. */
    Mono<ListId> ensureList(WorkspaceId workspace, String name);

    Mono<Long> removeContacts(WorkspaceId workspace);

    Mono<Long> removeLists(WorkspaceId workspace);
}
