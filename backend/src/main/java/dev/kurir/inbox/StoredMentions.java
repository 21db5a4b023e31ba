package dev.kurir.inbox;

import dev.kurir.kernel.ConversationId;
import dev.kurir.kernel.EntryId;
import dev.kurir.kernel.UserId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.workspace.Caller;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** Who is mentioned where, and has seen it. All changes join the caller's transaction. */
public interface StoredMentions {
    /** Somebody who may see a conversation. */
    record Reader(UserId id, String name, String email) {}

    /** Everybody who may see it now, by name. */
    Mono<List<Reader>> readers(WorkspaceId workspace, ConversationId conversation);

    Mono<Void> add(WorkspaceId workspace, EntryId entry, List<UserId> users);

    /** The caller has looked at the conversation. */
    Mono<Void> see(Caller caller, ConversationId conversation, Instant now);
}
