package dev.kurir.campaign.web;

import dev.kurir.kernel.CampaignId;
import dev.kurir.platform.feed.FeedRecord;
import dev.kurir.platform.feed.StreamFrame;
import dev.kurir.platform.feed.StreamView;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells clients where a campaign stands now. */
@Component
class CampaignStreamView implements StreamView {
    /** As the contract's CampaignChange. */
    record CampaignChange(CampaignId id, String state) {}

    @Override
    public boolean accepts(String type) {
        return type.equals("campaign");
    }

    @Override
    public Mono<List<StreamFrame>> frames(List<FeedRecord> records) {
        return Mono.fromSupplier(
                () -> records.stream().map(CampaignStreamView::frame).toList());
    }

    private static StreamFrame frame(FeedRecord record) {
        CampaignId id = Objects.requireNonNull(record.campaignId());
        CampaignChange change = new CampaignChange(id, record.text("state").orElseThrow());
        return new StreamFrame("campaign", "campaigns", "campaign " + id.value(), change);
    }
}
