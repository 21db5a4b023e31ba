package dev.kurir.platform.feed;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.MessageId;
import dev.kurir.kernel.WorkspaceId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, as it stands in the feed.
 *
 * @param payload what JSON is in plain Java: texts, numbers, booleans, lists, maps
 */
public record FeedRecord(
        FeedCursor cursor,
        WorkspaceId workspaceId,
        Instant at,
        String type,
        FeedEntry.Level level,
        @Nullable AccountId accountId,
        @Nullable CampaignId campaignId,
        @Nullable MessageId messageId,
        @Nullable String actor,
        Map<String, Object> payload) {

    /** A text of the payload. */
    public Optional<String> text(String name) {
        return payload.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }
}
