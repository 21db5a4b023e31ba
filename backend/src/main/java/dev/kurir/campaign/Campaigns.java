package dev.kurir.campaign;

import dev.kurir.account.AccountSummary;
import dev.kurir.account.Accounts;
import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.DomainException.Kind;
import dev.kurir.kernel.TeamId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.platform.web.IfMatch;
import dev.kurir.workspace.Teams;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** The campaigns and what people write into them. What they do is {@link CampaignControl}. */
@Component
public class Campaigns {
    private final StoredCampaigns stored;
    private final CampaignViews views;
    private final Accounts accounts;
    private final Teams teams;
    private final CampaignFeed feed;
    private final TransactionalOperator transaction;

    Campaigns(
            StoredCampaigns stored,
            CampaignViews views,
            Accounts accounts,
            Teams teams,
            CampaignFeed feed,
            TransactionalOperator transaction) {
        this.stored = stored;
        this.views = views;
        this.accounts = accounts;
        this.teams = teams;
        this.feed = feed;
        this.transaction = transaction;
    }

    public Mono<CampaignPage> list(WorkspaceId workspace, CampaignFilter filter) {
        return views.page(workspace, filter);
    }

    public Mono<CampaignView> view(WorkspaceId workspace, CampaignId id) {
        return views.one(workspace, id);
    }

    public Mono<CampaignDetail> get(WorkspaceId workspace, CampaignId id) {
        return views.detail(workspace, id);
    }

    public Mono<CampaignId> create(WorkspaceId workspace, CampaignSettings settings) {
        return create(workspace, settings, false);
    }

    /** With {@code sample}, one that is taken away with the other sample data. */
    public Mono<CampaignId> create(WorkspaceId workspace, CampaignSettings settings, boolean sample) {
        return Mono.fromRunnable(() -> CampaignRules.check(settings))
                .then(Mono.defer(
                        () -> requireActive(workspace, settings.senders().accounts())))
                .then(Mono.defer(() -> requireTeam(workspace, settings.team())))
                .then(Mono.defer(() -> stored.add(workspace, settings, sample)))
                .delayUntil(id -> feed.changed(workspace, id))
                .as(transaction::transactional);
    }

    /** {@code version} is the {@code If-Match} of the one that was read; null where it does not matter. */
    public Mono<Void> change(
            WorkspaceId workspace, CampaignId id, UnaryOperator<CampaignSettings> change, @Nullable String version) {
        return locked(workspace, id)
                .delayUntil(
                        campaign -> stored.content(id).flatMap(content -> write(campaign, content, change, version)))
                .flatMap(_ -> feed.changed(workspace, id))
                .as(transaction::transactional);
    }

    /** A new draft that says the same to the same people. */
    public Mono<CampaignId> duplicate(WorkspaceId workspace, CampaignId id) {
        return views.detail(workspace, id)
                .map(Campaigns::copy)
                .flatMap(settings -> stored.add(workspace, settings, false))
                .delayUntil(copy -> feed.changed(workspace, copy))
                .as(transaction::transactional);
    }

    private Mono<Void> write(
            Campaign campaign,
            CampaignContent content,
            UnaryOperator<CampaignSettings> change,
            @Nullable String version) {
        CampaignSettings old = campaign.settings(content);
        CampaignSettings next = change.apply(old);
        if (!campaign.lifecycle().isEditable() && !old.saysTheSame(next)) {
            throw new DomainException(
                    Kind.CONFLICT,
                    "campaign_frozen",
                    "The messages of this campaign are made; what they say cannot change any more. Duplicate it.");
        }
        IfMatch.check(version, campaign.version());
        CampaignRules.check(next);
        List<AccountId> picked = new ArrayList<>(next.senders().accounts());
        picked.removeAll(old.senders().accounts());
        return requireActive(campaign.workspaceId(), picked)
                .then(requireTeam(campaign.workspaceId(), next.team()))
                .then(stored.write(campaign, next));
    }

    private Mono<Void> requireActive(WorkspaceId workspace, List<AccountId> picked) {
        if (picked.isEmpty()) {
            return Mono.empty();
        }
        return accounts.active(workspace)
                .map(active -> active.stream().map(AccountSummary::id).collect(Collectors.toSet()))
                .filter(active -> active.containsAll(picked))
                .switchIfEmpty(Mono.error(() -> DomainException.invalid(
                        "/accounts", "account_inactive", "There is no active account of this kind to send from.")))
                .then();
    }

    private Mono<Void> requireTeam(WorkspaceId workspace, @Nullable TeamId team) {
        return team == null
                ? Mono.empty()
                : teams.find(workspace, team)
                        .switchIfEmpty(Mono.error(() -> DomainException.invalid(
                                "/teamId", "team_not_found", "There is no such team any more.")))
                        .then();
    }

    private Mono<Campaign> locked(WorkspaceId workspace, CampaignId id) {
        return stored.lock(workspace, id).switchIfEmpty(Mono.error(() -> DomainException.notFound("campaign")));
    }

    private static CampaignSettings copy(CampaignDetail detail) {
        CampaignSettings settings = detail.view().campaign().settings(detail.content());
        return new CampaignSettings(
                CopyName.of(settings.name()),
                settings.senders(),
                settings.lists(),
                settings.tags(),
                settings.team(),
                settings.content());
    }
}
