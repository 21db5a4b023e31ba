package dev.kurir.campaign.web;

import dev.kurir.campaign.CampaignPage;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

record CampaignPageResponse(
        List<CampaignResponse> items, @Nullable String next, long total, Map<String, Long> states) {
    static CampaignPageResponse of(CampaignPage page) {
        return new CampaignPageResponse(
                page.slice().map(CampaignResponse::of).items(), page.slice().next(), page.total(), page.states());
    }

    List<CampaignNameResponse> names() {
        return items.stream()
                .map(one -> new CampaignNameResponse(one.id(), one.name()))
                .toList();
    }
}
