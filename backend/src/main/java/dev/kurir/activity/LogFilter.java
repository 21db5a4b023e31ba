package dev.kurir.activity;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.platform.feed.FeedEntry.Level;
import org.jspecify.annotations.Nullable;

/**
 * Which lines somebody wants to read.
 *
 * @param search words that stand in it; empty for all
 */
public record LogFilter(
        WorkspaceId workspaceId,
        @Nullable AccountId accountId,
        @Nullable Level level,
        String search) {}
