package dev.kurir.campaign;

import dev.kurir.platform.feed.FeedEntry.Level;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Pauses what servers refuse. The outbox holds the messages in the commit that counted the last refusal; here the
 * campaign follows, and says why, in the server's words.
 */
@Component
public class CampaignRefusals {
    private final StoredCampaigns stored;
    private final CampaignMoves moves;
    private final CampaignFeed feed;
    private final TransactionalOperator transaction;

    CampaignRefusals(
            StoredCampaigns stored, CampaignMoves moves, CampaignFeed feed, TransactionalOperator transaction) {
        this.stored = stored;
        this.moves = moves;
        this.feed = feed;
        this.transaction = transaction;
    }

    /** Looks at every campaign that is held for what a server said; how many were still running. */
    public Mono<Long> look() {
        return stored.refused()
                .flatMapIterable(refused -> refused)
                .concatMap(campaign -> pause(campaign).as(transaction::transactional))
                .count();
    }

    private Mono<Campaign> pause(Campaign seen) {
        return stored.lock(seen.workspaceId(), seen.id())
                .filter(campaign -> campaign.lifecycle().state() == CampaignState.PROCESSING)
                .delayUntil(campaign ->
                        moves.make(new Move(campaign, campaign.lifecycle().pause()), null))
                .delayUntil(campaign -> feed.log(
                        campaign,
                        "campaign_refused",
                        Level.ERROR,
                        null,
                        Map.of("detail", Objects.requireNonNullElse(seen.problem(), ""))));
    }
}
