package dev.kurir.workspace;

import dev.kurir.kernel.InviteId;
import dev.kurir.kernel.WorkspaceId;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** The stored invitations; of a token only its hash. All changes join the caller's transaction. */
public interface Invites {
    /** Takes the place of an earlier one to the same address. */
    Mono<Invite> put(WorkspaceId workspace, String email, Role role, byte[] tokenHash, Instant now, Instant expiresAt);

    /** Those that are not over. */
    Mono<List<Invite>> all(WorkspaceId workspace, Instant now);

    Mono<Boolean> remove(WorkspaceId workspace, InviteId id);

    /** Whether the token is good for anything. */
    Mono<Boolean> isOpen(byte[] tokenHash, Instant now);

    /** The invitation of a token that is not over; it is used up by this. */
    Mono<Invite> use(byte[] tokenHash, Instant now);
}
