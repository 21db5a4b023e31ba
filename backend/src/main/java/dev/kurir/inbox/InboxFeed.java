package dev.kurir.inbox;

import dev.kurir.kernel.ConversationId;
import dev.kurir.kernel.UserId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.platform.feed.FeedEntry;
import dev.kurir.workspace.Caller;
import java.util.List;
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

    /** For the screens of those who are mentioned; nobody reads it in the log. */
    static FeedEntry mentioned(Caller caller, ConversationView conversation, List<UserId> users) {
        Map<String, Object> payload =
                Map.of("conversation", conversation.id(), "users", users, "subject", conversation.subject());
        return FeedEntry.log(caller.workspaceId(), "mention", FeedEntry.Level.NONE, payload)
                .by(caller.name());
    }
}
