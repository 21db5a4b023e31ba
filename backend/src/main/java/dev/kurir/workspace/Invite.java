package dev.kurir.workspace;

import dev.kurir.kernel.InviteId;
import dev.kurir.kernel.WorkspaceId;
import java.time.Instant;

/** An invitation that waits for its answer. */
public record Invite(
        InviteId id, WorkspaceId workspaceId, String email, Role role, Instant createdAt, Instant expiresAt) {}
