package dev.kurir.outbox;

import dev.kurir.kernel.MessageId;
import dev.kurir.kernel.Slice;
import dev.kurir.kernel.WorkspaceId;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The stored messages as people look at them. */
public interface MessageViews {
    /** @param after the cursor of the page before: a number of the order that the list is in */
    Mono<Slice<MessageView>> list(WorkspaceId workspaceId, MessageFilter filter, @Nullable Long after, int limit);

    Mono<MessageView> find(WorkspaceId workspaceId, MessageId id);

    Mono<List<MessageView>> find(WorkspaceId workspaceId, Collection<MessageId> ids);

    Mono<List<AttemptView>> attempts(WorkspaceId workspaceId, MessageId id);

    /** The frozen inputs, and the draft they belong to. */
    Mono<Frozen> frozen(WorkspaceId workspaceId, MessageId id);

    /** What a message is rendered from, for ever. */
    record Frozen(long draftId, MessageInputs inputs) {}
}
