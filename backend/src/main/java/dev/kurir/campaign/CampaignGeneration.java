package dev.kurir.campaign;

import dev.kurir.kernel.DomainException;
import dev.kurir.platform.fault.Failpoint;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Makes the messages of a campaign, chunk by chunk. A chunk is one transaction with all that belongs to it, so a
 * restart goes on behind the last one, and two programs that work on the same campaign take turns.
 */
@Component
public class CampaignGeneration {
    /** About a third of a second; pause and cancel wait for at most one of them. */
    static final int CHUNK = 10_000;

    private final GeneratedMessages generated;
    private final StoredCampaigns stored;
    private final CampaignMoves moves;
    private final CampaignFeed feed;
    private final TransactionalOperator transaction;

    CampaignGeneration(
            GeneratedMessages generated,
            StoredCampaigns stored,
            CampaignMoves moves,
            CampaignFeed feed,
            TransactionalOperator transaction) {
        this.generated = generated;
        this.stored = stored;
        this.moves = moves;
        this.feed = feed;
        this.transaction = transaction;
    }

    /** One chunk; true while there is more to do. */
    public Mono<Boolean> step(GeneratedMessages.Job job) {
        return generated
                .add(job.campaignId(), CHUNK)
                .doOnNext(_ -> Failpoint.IN_GENERATION.reached())
                .filter(GeneratedMessages.Chunk::running)
                .flatMap(chunk -> after(job, chunk))
                .defaultIfEmpty(false)
                .as(transaction::transactional);
    }

    private Mono<Boolean> after(GeneratedMessages.Job job, GeneratedMessages.Chunk chunk) {
        Mono<Campaign> campaign = stored.lock(job.workspaceId(), job.campaignId());
        return chunk.finished()
                ? campaign.flatMap(this::finish).thenReturn(false)
                : campaign.flatMap(one -> feed.moved(one, CampaignState.GENERATING))
                        .thenReturn(true);
    }

    private Mono<Void> finish(Campaign campaign) {
        Map<String, Long> figures = Map.of(
                "messages",
                campaign.audience() - campaign.skipped().sum(),
                "skipped",
                campaign.skipped().sum());
        return feed.log(campaign, "campaign_generated", null, figures)
                .then(Mono.defer(() -> stored.explain(campaign.id(), null)))
                .then(Mono.defer(() -> release(campaign)));
    }

    /** An account that was deactivated meanwhile cannot send: the messages stay held, and the campaign says why. */
    private Mono<Void> release(Campaign campaign) {
        return moves.make(new Move(campaign, campaign.lifecycle().generated()), null)
                .onErrorResume(DomainException.class, refusal -> hold(campaign, refusal.code()));
    }

    private Mono<Void> hold(Campaign campaign, String problem) {
        Lifecycle held = new Lifecycle(CampaignState.GENERATED, false);
        return moves.make(new Move(campaign, held), null)
                .then(Mono.defer(() -> stored.explain(campaign.id(), problem)));
    }
}
