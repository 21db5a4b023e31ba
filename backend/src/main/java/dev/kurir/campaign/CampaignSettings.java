package dev.kurir.campaign;

import dev.kurir.kernel.ListId;
import dev.kurir.kernel.TagId;
import java.util.List;

/**
 * What people set on a campaign.
 *
 * @param senders who sends it
 * @param lists who gets it: everybody on one of these lists or with one of these tags
 */
public record CampaignSettings(
        String name, Senders senders, List<ListId> lists, List<TagId> tags, CampaignContent content) {
    public CampaignSettings {
        lists = lists.stream().distinct().toList();
        tags = tags.stream().distinct().toList();
    }

    /** Whether only the name differs, which may change at any time. */
    boolean differsOnlyInName(CampaignSettings other) {
        return new CampaignSettings(other.name, senders, lists, tags, content).equals(other);
    }
}
