package dev.kurir.platform.web;

import dev.kurir.kernel.WorkspaceId;
import org.jspecify.annotations.Nullable;

/**
 * What makes two requests the same.
 *
 * @param operation the operationId of the contract
 * @param key the {@code Idempotency-Key} header; without one every request is a new one
 * @param content path ids and body: everything that the answer depends on
 */
public record IdempotentRequest(
        WorkspaceId workspaceId, String operation, @Nullable String key, Object content) {}
