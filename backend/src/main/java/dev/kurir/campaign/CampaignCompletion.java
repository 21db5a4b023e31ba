package dev.kurir.campaign;

import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.outbox.Outbox;
import dev.kurir.outbox.StateCounts;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Notes when a campaign is over, and when it is not over after all, because something came back into the queue. */
@Component
public class CampaignCompletion {
    private final StoredCampaigns stored;
    private final CampaignViews views;
    private final Outbox outbox;
    private final CampaignFeed feed;
    private final TransactionalOperator transaction;

    CampaignCompletion(
            StoredCampaigns stored,
            CampaignViews views,
            Outbox outbox,
            CampaignFeed feed,
            TransactionalOperator transaction) {
        this.stored = stored;
        this.views = views;
        this.outbox = outbox;
        this.feed = feed;
        this.transaction = transaction;
    }

    /** Looks at every campaign whose note may be wrong; how many were. */
    public Mono<Long> look() {
        return stored.released()
                .flatMapIterable(campaigns -> campaigns.stream()
                        .collect(Collectors.groupingBy(Campaign::workspaceId))
                        .entrySet())
                .concatMap(entry -> wrong(entry.getKey(), entry.getValue()))
                .concatMap(campaign -> note(campaign.workspaceId(), campaign.id()))
                .filter(changed -> changed)
                .count();
    }

    private Flux<Campaign> wrong(WorkspaceId workspace, List<Campaign> campaigns) {
        return outbox.figures(workspace, campaigns.stream().map(Campaign::id).toList())
                .flatMapIterable(figures -> campaigns.stream()
                        .filter(one -> figures.containsKey(one.id())
                                && figures.get(one.id()).isDone() == (one.doneAt() == null))
                        .toList());
    }

    /** Once more under the lock: failures may come back at this very moment. */
    private Mono<Boolean> note(WorkspaceId workspace, CampaignId id) {
        return stored.lock(workspace, id)
                .flatMap(_ -> views.one(workspace, id))
                .filter(view -> view.campaign().lifecycle().wasReleased())
                .filterWhen(view -> stored.markDone(id, view.state() == CampaignState.DONE))
                .delayUntil(view -> feed.moved(view.campaign(), view.state()))
                .delayUntil(this::tell)
                .hasElement()
                .as(transaction::transactional);
    }

    private Mono<Void> tell(CampaignView view) {
        if (view.state() != CampaignState.DONE) {
            return Mono.empty();
        }
        StateCounts states = view.progress().figures().states();
        return feed.log(
                view.campaign(),
                "campaign_done",
                null,
                Map.of(
                        "accepted", states.accepted(),
                        "rejected", states.rejected(),
                        "uncertain", states.uncertain(),
                        "other", states.sum() - states.accepted() - states.rejected() - states.uncertain()));
    }
}
