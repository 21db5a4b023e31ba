package dev.kurir.inbox;

import dev.kurir.kernel.ConversationId;
import dev.kurir.kernel.UserId;
import dev.kurir.kernel.WorkspaceId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The stored drafts of answers. All changes join the caller's transaction. */
public interface StoredDrafts {
    /** A colleague who writes, and when they last did. */
    record Writing(UserId user, String name, Instant at) {}

    /** @param mine JSON; null: nothing was begun */
    record Kept(@Nullable String mine, List<Writing> others) {}

    /** @param since who wrote before does not write any more */
    Mono<Kept> of(WorkspaceId workspace, ConversationId conversation, UserId user, Instant since);

    /** True where it was not written to since {@code quiet}: others should hear of it. */
    Mono<Boolean> keep(WorkspaceId workspace, ConversationId conversation, UserId user, String content, Instant quiet);

    /** False where there was none. */
    Mono<Boolean> forget(WorkspaceId workspace, ConversationId conversation, UserId user);
}
