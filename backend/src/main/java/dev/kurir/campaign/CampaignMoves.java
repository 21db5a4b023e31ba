package dev.kurir.campaign;

import dev.kurir.kernel.CampaignId;
import dev.kurir.outbox.Outbox;
import dev.kurir.platform.AfterCommit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Moves a locked campaign, with all that belongs to the move, in the caller's transaction. */
@Component
class CampaignMoves {
    private final StoredCampaigns stored;
    private final CampaignFreeze freeze;
    private final Outbox outbox;
    private final CampaignFeed feed;
    private final CampaignSignals signals;

    CampaignMoves(
            StoredCampaigns stored, CampaignFreeze freeze, Outbox outbox, CampaignFeed feed, CampaignSignals signals) {
        this.stored = stored;
        this.freeze = freeze;
        this.outbox = outbox;
        this.feed = feed;
        this.signals = signals;
    }

    Mono<Void> make(Move move, @Nullable String actor) {
        if (move.isNone()) {
            return Mono.empty();
        }
        return before(move)
                .then(Mono.defer(() -> stored.move(move.campaign().id(), move.next())))
                .then(Mono.defer(() -> feed.moved(move.campaign(), move.to())))
                .then(Mono.defer(() -> tell(move, actor)))
                .then(AfterCommit.run(signals::changed));
    }

    private Mono<Void> before(Move move) {
        CampaignId id = move.campaign().id();
        return switch (move.to()) {
            case GENERATING -> move.from() == CampaignState.DRAFT ? freeze.freeze(move.campaign()) : Mono.empty();
            case PROCESSING -> freeze.requireAccounts(move.campaign()).then(outbox.open(id));
            case PAUSED -> outbox.hold(id);
            case CANCELLED -> outbox.cancel(id);
            default -> Mono.empty();
        };
    }

    private Mono<Void> tell(Move move, @Nullable String actor) {
        return switch (move.to()) {
            case GENERATING ->
                move.from() == CampaignState.DRAFT
                        ? feed.log(move.campaign(), "campaign_generating", actor, Map.of())
                        : Mono.empty();
            case PROCESSING -> {
                String type = move.from() == CampaignState.PAUSED ? "campaign_resumed" : "campaign_started";
                yield feed.log(move.campaign(), type, actor, Map.of());
            }
            // A stop is told with the number of those that can still leave, which is known after the barrier.
            default -> Mono.empty();
        };
    }
}
