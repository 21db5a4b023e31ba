package dev.kurir.campaign;

import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.Slice;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.outbox.CampaignFigures;
import dev.kurir.outbox.Outbox;
import dev.kurir.platform.ids.Cursors;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import reactor.core.publisher.Mono;

/**
 * Reads campaigns with their figures in one snapshot: a chunk of the generation that commits between two reads would
 * make the conservation law look broken.
 */
@Component
class CampaignViews {
    private final StoredCampaigns stored;
    private final Outbox outbox;
    private final Cursors cursors;
    private final TransactionalOperator snapshot;

    CampaignViews(StoredCampaigns stored, Outbox outbox, Cursors cursors, ReactiveTransactionManager transactions) {
        this.stored = stored;
        this.outbox = outbox;
        this.cursors = cursors;
        this.snapshot = TransactionalOperator.create(transactions, snapshotOnly());
    }

    Mono<CampaignView> one(WorkspaceId workspace, CampaignId id) {
        return find(workspace, id).flatMap(this::view).as(snapshot::transactional);
    }

    /** Reads more about a campaign in the snapshot of its figures. */
    <T> Mono<T> with(WorkspaceId workspace, CampaignId id, Function<CampaignView, Mono<T>> more) {
        return find(workspace, id).flatMap(this::view).flatMap(more).as(snapshot::transactional);
    }

    Mono<CampaignDetail> detail(WorkspaceId workspace, CampaignId id) {
        return find(workspace, id)
                .flatMap(this::view)
                .zipWhen(_ -> stored.content(id), CampaignDetail::new)
                .as(snapshot::transactional);
    }

    Mono<CampaignPage> page(WorkspaceId workspace, CampaignFilter filter) {
        return stored.page(workspace, filter)
                .map(rows -> Slice.of(rows, filter.limit(), last -> cursors.encode(last.id())))
                .flatMap(slice -> page(workspace, filter, slice))
                .as(snapshot::transactional);
    }

    private Mono<CampaignPage> page(WorkspaceId workspace, CampaignFilter filter, Slice<Campaign> slice) {
        return details(workspace, slice)
                .zipWhen(
                        _ -> stored.states(workspace, filter.search()),
                        (details, states) -> new CampaignPage(details, total(states, filter), states));
    }

    private Mono<Slice<CampaignDetail>> details(WorkspaceId workspace, Slice<Campaign> slice) {
        List<CampaignId> shown = slice.items().stream().map(Campaign::id).toList();
        return stored.contents(shown)
                .zipWhen(
                        _ -> outbox.figures(workspace, shown),
                        (contents, figures) -> slice.map(one -> new CampaignDetail(
                                view(one, figures), contents.getOrDefault(one.id(), CampaignContent.EMPTY))));
    }

    private Mono<CampaignView> view(Campaign campaign) {
        return outbox.figures(campaign.workspaceId(), List.of(campaign.id())).map(figures -> view(campaign, figures));
    }

    private Mono<Campaign> find(WorkspaceId workspace, CampaignId id) {
        return stored.find(workspace, id).switchIfEmpty(Mono.error(() -> DomainException.notFound("campaign")));
    }

    private static CampaignView view(Campaign campaign, Map<CampaignId, CampaignFigures> figures) {
        CampaignFigures own = figures.getOrDefault(campaign.id(), CampaignFigures.NONE);
        return new CampaignView(
                campaign,
                new Progress(campaign.audience(), campaign.skipped(), own, campaign.unproven(), campaign.audit()));
    }

    private static long total(Map<String, Long> states, CampaignFilter filter) {
        return filter.state() == null
                ? states.values().stream().mapToLong(Long::longValue).sum()
                : states.getOrDefault(filter.state(), 0L);
    }

    private static TransactionDefinition snapshotOnly() {
        DefaultTransactionDefinition definition = new DefaultTransactionDefinition();
        definition.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        definition.setReadOnly(true);
        return definition;
    }
}
