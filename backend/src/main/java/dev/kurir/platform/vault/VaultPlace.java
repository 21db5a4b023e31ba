package dev.kurir.platform.vault;

import dev.kurir.kernel.Id;
import dev.kurir.kernel.WorkspaceId;
import java.nio.charset.StandardCharsets;

/** Where a secret stands. It is part of the encryption: a sealed secret moved to another row does not open there. */
public record VaultPlace(WorkspaceId workspaceId, String table, Id id, String column) {
    byte[] octets() {
        String text = workspaceId.value() + "|" + table + "|" + id.value() + "|" + column;
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
