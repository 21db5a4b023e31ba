package dev.kurir.inbox;

import dev.kurir.kernel.WorkspaceId;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** The stored settings of inboxes, and what they ask for. */
public interface StoredInboxSettings {
    Mono<InboxSettings> find(WorkspaceId workspace);

    Mono<InboxSettings> keep(WorkspaceId workspace, InboxSettings settings);

    /** Ends conversations whose time has come, so many of a kind and workspace at most; how many there were. */
    Mono<Integer> settle(Instant now, int most);

    /** Hands conversations to who was online since then, so many of a team at most; how many there were. */
    Mono<Integer> handOut(Instant now, Instant onlineSince, int most);
}
