package dev.kurir.inbox;

import dev.kurir.kernel.ConversationId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.platform.feed.FeedEntry;
import java.util.Map;

/** What the feed is told about conversations. */
final class InboxFeed {
    private InboxFeed() {}

    static FeedEntry changed(WorkspaceId workspace, ConversationId id) {
        return FeedEntry.changed(workspace, "conversation", Map.of("id", id));
    }

    /** Many at once: read the list again. */
    static FeedEntry changedMany(WorkspaceId workspace) {
        return FeedEntry.changed(workspace, "conversation", Map.of());
    }
}
