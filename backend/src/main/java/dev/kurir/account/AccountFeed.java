package dev.kurir.account;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.platform.feed.FeedEntry;
import java.util.Map;

/** What the feed is told about accounts. */
final class AccountFeed {
    private AccountFeed() {}

    static FeedEntry changed(WorkspaceId workspace, AccountId id) {
        return FeedEntry.changed(workspace, "account", Map.of("id", id)).about(id);
    }
}
