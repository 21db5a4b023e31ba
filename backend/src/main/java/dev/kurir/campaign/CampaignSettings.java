package dev.kurir.campaign;

import dev.kurir.kernel.ListId;
import dev.kurir.kernel.TagId;
import dev.kurir.kernel.TeamId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people set on a campaign.
 *
 * @param senders who sends it
 * @param team whose its replies are; null: everybody's
 * @param lists who gets it: everybody on one of these lists or with one of these tags
 */
public record CampaignSettings(
        String name,
        Senders senders,
        List<ListId> lists,
        List<TagId> tags,
        @Nullable TeamId team,
        CampaignContent content) {
    public CampaignSettings {
        lists = lists.stream().distinct().toList();
        tags = tags.stream().distinct().toList();
    }

    /** Whether only what may change at any time differs: the name, and whose the replies are. */
    boolean saysTheSame(CampaignSettings other) {
        return new CampaignSettings(other.name, senders, lists, tags, other.team, content).equals(other);
    }
}
