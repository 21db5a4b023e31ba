package dev.kurir.campaign;

import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.platform.feed.Feed;
import dev.kurir.platform.feed.FeedEntry;
import dev.kurir.platform.feed.FeedEntry.Level;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What the feed is told about campaigns. */
@Component
class CampaignFeed {
    private final Feed feed;

    CampaignFeed(Feed feed) {
        this.feed = feed;
    }

    /** For programs: its settings are others now. */
    Mono<Void> changed(WorkspaceId workspace, CampaignId id) {
        return feed.publish(FeedEntry.changed(workspace, "campaign", Map.of("id", id.value()))
                .about(id));
    }

    /** For programs: its state is another one now, or its figures moved. */
    Mono<Void> moved(Campaign campaign, CampaignState state) {
        Map<String, ?> payload = Map.of("state", state.word());
        return feed.publish(FeedEntry.log(campaign.workspaceId(), "campaign", Level.NONE, payload)
                .about(campaign.id()));
    }

    /** For people. */
    Mono<Void> log(Campaign campaign, String type, @Nullable String actor, Map<String, ?> figures) {
        return log(campaign, type, Level.INFO, actor, figures);
    }

    Mono<Void> log(Campaign campaign, String type, Level level, @Nullable String actor, Map<String, ?> figures) {
        Map<String, Object> payload = new HashMap<>(figures);
        payload.put("name", campaign.name());
        FeedEntry entry = FeedEntry.log(campaign.workspaceId(), type, level, payload)
                .about(campaign.id())
                .by(actor);
        return feed.publish(
                campaign.accounts().size() == 1
                        ? entry.about(campaign.accounts().getFirst().id())
                        : entry);
    }
}
