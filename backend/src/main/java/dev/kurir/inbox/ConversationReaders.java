package dev.kurir.inbox;

import dev.kurir.kernel.ConversationId;
import dev.kurir.kernel.UserId;
import dev.kurir.kernel.WorkspaceId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Which agents may know of a conversation. */
public interface ConversationReaders {
    /** Only those that are not everybody's. */
    Mono<Map<ConversationId, Set<UserId>>> of(WorkspaceId workspace, Collection<ConversationId> conversations);
}
