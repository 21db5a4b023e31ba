package dev.kurir.campaign;

import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.DomainException.Kind;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.outbox.Outbox;
import dev.kurir.outbox.Stopped;
import dev.kurir.platform.web.IfMatch;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** What people ask of a campaign. Every command locks its row, so that many at once have one effect. */
@Component
public class CampaignControl {
    private final StoredCampaigns stored;
    private final CampaignViews views;
    private final CampaignMoves moves;
    private final Outbox outbox;
    private final CampaignFeed feed;
    private final TransactionalOperator transaction;

    CampaignControl(
            StoredCampaigns stored,
            CampaignViews views,
            CampaignMoves moves,
            Outbox outbox,
            CampaignFeed feed,
            TransactionalOperator transaction) {
        this.stored = stored;
        this.views = views;
        this.moves = moves;
        this.outbox = outbox;
        this.feed = feed;
        this.transaction = transaction;
    }

    /**
     * Makes one message per recipient, in the background; nothing leaves yet.
     *
     * @param version the {@code If-Match} of the one that was read; null where it does not matter
     */
    public Mono<Void> generate(WorkspaceId workspace, CampaignId id, @Nullable String version, String actor) {
        return command(workspace, id, version, actor, Lifecycle::generate).then();
    }

    /**
     * Lets the messages leave; makes them first where that was not done.
     *
     * @param version the {@code If-Match} of the one that was read; null where it does not matter
     */
    public Mono<Void> process(WorkspaceId workspace, CampaignId id, @Nullable String version, String actor) {
        return command(workspace, id, version, actor, Lifecycle::process).then();
    }

    public Mono<Void> resume(WorkspaceId workspace, CampaignId id, String actor) {
        return command(workspace, id, actor, Lifecycle::resume).then();
    }

    /** After the answer only the messages that it counts can leave. */
    public Mono<Stopped> pause(WorkspaceId workspace, CampaignId id, String actor) {
        return requireOpen(workspace, id)
                .then(Mono.defer(() -> command(workspace, id, actor, Lifecycle::pause)))
                .flatMap(move -> settle(move, actor, "campaign_paused"));
    }

    /** As {@link #pause}, for good; what waits becomes {@code cancelled}. */
    public Mono<Stopped> cancel(WorkspaceId workspace, CampaignId id, String actor) {
        return requireOpen(workspace, id)
                .then(Mono.defer(() -> command(workspace, id, actor, Lifecycle::cancel)))
                .flatMap(move -> settle(move, actor, "campaign_cancelled"));
    }

    /** What was rejected, failed or expired comes back into the queue; how many. */
    public Mono<Long> requeueFailures(WorkspaceId workspace, CampaignId id, String actor) {
        return locked(workspace, id)
                .flatMap(campaign -> requeue(campaign, actor))
                .as(transaction::transactional);
    }

    /** What it sent stays in the history; what still waits is cancelled first. */
    public Mono<Void> remove(WorkspaceId workspace, CampaignId id, String actor) {
        return views.one(workspace, id)
                .doOnNext(CampaignControl::requireRemovable)
                .filter(view -> view.campaign().lifecycle().state() == CampaignState.GENERATED)
                .delayUntil(_ -> cancel(workspace, id, actor))
                .then(Mono.defer(() -> removeNow(workspace, id).as(transaction::transactional)));
    }

    private Mono<Void> removeNow(WorkspaceId workspace, CampaignId id) {
        return locked(workspace, id)
                .flatMap(_ -> views.one(workspace, id))
                .doOnNext(CampaignControl::requireRemovable)
                .flatMap(_ -> stored.remove(id))
                .then(feed.changed(workspace, id));
    }

    private Mono<Move> command(WorkspaceId workspace, CampaignId id, String actor, UnaryOperator<Lifecycle> ask) {
        return command(workspace, id, null, actor, ask);
    }

    /** The version is looked at behind the lock: nobody can write between the look and the move. */
    private Mono<Move> command(
            WorkspaceId workspace,
            CampaignId id,
            @Nullable String version,
            String actor,
            UnaryOperator<Lifecycle> ask) {
        return locked(workspace, id)
                .doOnNext(campaign -> IfMatch.check(version, campaign.version()))
                .map(campaign -> new Move(campaign, ask.apply(campaign.lifecycle())))
                .delayUntil(move -> moves.make(move, actor))
                .as(transaction::transactional);
    }

    /** The fact is committed; now the barrier, and the number of those that can still leave. */
    private Mono<Stopped> settle(Move move, String actor, String type) {
        return outbox.settle(move.campaign().id())
                .delayUntil(stopped -> move.isNone() ? Mono.empty() : tell(move, actor, type, stopped));
    }

    private Mono<Void> tell(Move move, String actor, String type, Stopped stopped) {
        return feed.log(move.campaign(), type, actor, Map.of("inFlight", stopped.inFlight()));
    }

    private Mono<Long> requeue(Campaign campaign, String actor) {
        if (!campaign.lifecycle().wasReleased()) {
            throw new DomainException(
                    Kind.CONFLICT, "campaign_not_processing", "Only a campaign that was sent has failures to repeat.");
        }
        return outbox.requeueFailures(campaign.workspaceId(), campaign.id())
                .delayUntil(count -> count == 0 ? Mono.empty() : stored.markDone(campaign.id(), false))
                .delayUntil(count -> feed.log(campaign, "campaign_requeued", actor, Map.of("count", count)))
                .delayUntil(_ -> feed.moved(campaign, campaign.lifecycle().state()));
    }

    private Mono<Void> requireOpen(WorkspaceId workspace, CampaignId id) {
        return views.one(workspace, id)
                .doOnNext(view -> {
                    if (view.state() == CampaignState.DONE) {
                        throw new DomainException(Kind.CONFLICT, "campaign_done", "Everything of it was sent already.");
                    }
                })
                .then();
    }

    private Mono<Campaign> locked(WorkspaceId workspace, CampaignId id) {
        return stored.lock(workspace, id).switchIfEmpty(Mono.error(() -> DomainException.notFound("campaign")));
    }

    private static void requireRemovable(CampaignView view) {
        if (view.state() != CampaignState.DONE && !view.campaign().lifecycle().isRemovable()) {
            throw new DomainException(
                    Kind.CONFLICT,
                    "campaign_busy",
                    "A campaign that is being sent cannot be deleted. Cancel it first.");
        }
    }
}
