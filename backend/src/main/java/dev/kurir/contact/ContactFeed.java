package dev.kurir.contact;

import dev.kurir.kernel.ContactId;
import dev.kurir.kernel.Id;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.platform.feed.FeedEntry;
import java.util.Map;

/** What the feed is told about contacts. */
final class ContactFeed {
    private ContactFeed() {}

    static FeedEntry changed(WorkspaceId workspace, ContactId id) {
        return FeedEntry.changed(workspace, "contact", Map.of("id", id));
    }

    /** Many contacts at once: read the list again. */
    static FeedEntry changedMany(WorkspaceId workspace) {
        return FeedEntry.changed(workspace, "contact", Map.of());
    }

    static FeedEntry changed(WorkspaceId workspace, Id group) {
        return FeedEntry.changed(workspace, GroupKind.of(group).word(), Map.of("id", group));
    }

    static FeedEntry changed(WorkspaceId workspace, GroupKind kind) {
        return FeedEntry.changed(workspace, kind.word(), Map.of());
    }
}
