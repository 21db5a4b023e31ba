package dev.kurir.workspace;

import dev.kurir.kernel.UserId;
import dev.kurir.kernel.WorkspaceId;

/** A person who works with Kurir, and where. */
public record User(
        UserId id,
        WorkspaceId workspaceId,
        String workspaceName,
        String email,
        String name,
        Role role,
        Language language) {
    public Caller asCaller() {
        return new Caller(workspaceId, id, name, role);
    }
}
