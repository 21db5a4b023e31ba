package dev.kurir.campaign;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.ListId;
import dev.kurir.kernel.TagId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people set on a campaign.
 *
 * @param account null: not chosen yet
 * @param lists who gets it: everybody on one of these lists or with one of these tags
 */
public record CampaignSettings(
        String name, @Nullable AccountId account, List<ListId> lists, List<TagId> tags, CampaignContent content) {
    public CampaignSettings {
        lists = lists.stream().distinct().toList();
        tags = tags.stream().distinct().toList();
    }

    /** Whether only the name differs, which may change at any time. */
    boolean differsOnlyInName(CampaignSettings other) {
        return new CampaignSettings(other.name, account, lists, tags, content).equals(other);
    }
}
