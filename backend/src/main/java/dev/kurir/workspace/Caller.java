package dev.kurir.workspace;

import dev.kurir.kernel.UserId;
import dev.kurir.kernel.WorkspaceId;

/** The person behind a request. A controller that needs it takes it as an argument. */
public record Caller(WorkspaceId workspaceId, UserId userId, String name, Role role) {}
