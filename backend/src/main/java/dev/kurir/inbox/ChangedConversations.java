package dev.kurir.inbox;

import dev.kurir.kernel.ConversationId;
import dev.kurir.kernel.EntryId;
import dev.kurir.kernel.UserId;
import dev.kurir.kernel.WorkspaceId;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** The stored conversations as people change them. All changes join the caller's transaction. */
public interface ChangedConversations {
    /** False where it stood so already. */
    Mono<Boolean> apply(WorkspaceId workspace, ConversationId id, ConversationChange change);

    /** The version that it has until this transaction ends; empty where there is none. */
    Mono<Long> hold(WorkspaceId workspace, ConversationId id);

    /** The tags that it has until this transaction ends. */
    Mono<List<TagName>> holdTags(WorkspaceId workspace, ConversationId id);

    /** The name of a person of the workspace; empty where there is none. */
    Mono<String> userName(WorkspaceId workspace, UserId user);

    /** An entry goes for good; a mail stays as a tombstone, so that it does not come back. */
    Mono<Boolean> removeEntry(WorkspaceId workspace, ConversationId conversation, EntryId entry);

    /** An answer whose messages were taken back. */
    Mono<Void> withdraw(WorkspaceId workspace, ConversationId conversation, EntryId entry);

    /** Shows of itself what its entries are now. */
    Mono<Void> refresh(ConversationId conversation);

    /** Whether something that wants a person's attention has arrived since this entry. */
    Mono<Boolean> hasNewer(ConversationId conversation, EntryId seen);

    /** How an answer ends is told once more. */
    Mono<Void> untell(EntryId entry);

    /** Tells of answers that will never leave; how many. */
    Mono<Integer> tellUnsent(Instant now, int most);

    /** Open again what was snoozed until then; how many. */
    Mono<Integer> wake(Instant now);
}
