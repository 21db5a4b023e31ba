package dev.kurir.inbox;

import dev.kurir.inbox.mime.Person;
import dev.kurir.kernel.ConversationId;
import dev.kurir.kernel.EntryId;
import dev.kurir.kernel.MoveId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.workspace.Caller;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The stored conversations as they are merged and split. All changes join the caller's transaction. */
public interface MovedConversations {
    /**
     * What became of it.
     *
     * @param refusal {@code merged}, {@code gone} or {@code first}; null: it is done
     * @param conversation where it can be seen: the merged one, or the new one
     */
    record Outcome(
            @Nullable String refusal,
            @Nullable MoveId move,
            @Nullable ConversationId conversation) {}

    Mono<Outcome> merge(Caller caller, ConversationId kept, List<ConversationId> others, Instant now);

    /** @param person of the new conversation */
    Mono<Outcome> split(Caller caller, ConversationId from, EntryId entry, String subject, Person person, Instant now);

    /** All conversations that it was about, first the one that stays; empty where it is too late. */
    Mono<List<ConversationId>> undo(WorkspaceId workspace, MoveId move);
}
