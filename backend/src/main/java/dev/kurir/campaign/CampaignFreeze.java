package dev.kurir.campaign;

import dev.kurir.account.AccountSummary;
import dev.kurir.account.Accounts;
import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.DomainException.FieldProblem;
import dev.kurir.kernel.DomainException.Kind;
import dev.kurir.outbox.DraftContent;
import dev.kurir.outbox.Outbox;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Fixes what a campaign says and where its messages wait, so that they can be made. */
@Component
class CampaignFreeze {
    private final StoredCampaigns stored;
    private final Preflights preflights;
    private final Accounts accounts;
    private final Outbox outbox;

    CampaignFreeze(StoredCampaigns stored, Preflights preflights, Accounts accounts, Outbox outbox) {
        this.stored = stored;
        this.preflights = preflights;
        this.accounts = accounts;
        this.outbox = outbox;
    }

    /** Refuses with what blocks. In the transaction that holds the lock: what was looked at is what is frozen. */
    Mono<Void> freeze(Campaign campaign) {
        return stored.content(campaign.id())
                .delayUntil(content -> preflights.check(campaign, content).doOnNext(CampaignFreeze::requireOk))
                .flatMap(content -> freeze(campaign, content));
    }

    /** All of its accounts may send; in the order in which they were chosen. */
    Mono<List<AccountSummary>> requireAccounts(Campaign campaign) {
        return accounts.active(campaign.workspaceId())
                .map(active -> chosen(campaign, active))
                .filter(found ->
                        !found.isEmpty() && found.size() == campaign.accounts().size())
                .switchIfEmpty(Mono.error(() -> new DomainException(
                        Kind.CONFLICT,
                        "account_inactive",
                        "An account of this campaign is not active. Activate it first.")));
    }

    private static List<AccountSummary> chosen(Campaign campaign, List<AccountSummary> active) {
        return campaign.accounts().stream()
                .flatMap(one -> active.stream().filter(found -> found.id().equals(one.id())))
                .toList();
    }

    private Mono<Void> freeze(Campaign campaign, CampaignContent content) {
        return requireAccounts(campaign)
                .flatMapIterable(senders -> senders)
                .concatMap(sender -> freeze(campaign, sender, content))
                .then();
    }

    /** A draft of its own per account: what is frozen says who it is from. */
    private Mono<Void> freeze(Campaign campaign, AccountSummary sender, CampaignContent content) {
        return outbox.freeze(campaign.workspaceId(), draft(sender, content))
                .flatMap(draft -> stored.freeze(campaign.id(), sender.id(), draft))
                .then(Mono.defer(() -> outbox.register(campaign.workspaceId(), campaign.id(), sender.id())));
    }

    private static DraftContent draft(AccountSummary account, CampaignContent content) {
        return new DraftContent(
                DraftContent.Kind.CAMPAIGN,
                content.subject(),
                content.preheader(),
                content.html(),
                content.text(),
                account.fromName(),
                account.from());
    }

    private static void requireOk(Preflight preflight) {
        if (!preflight.isOk()) {
            List<FieldProblem> problems = preflight.blocking().stream()
                    .map(check -> new FieldProblem(
                            "/" + check.field(), check.code().word(), Objects.requireNonNullElse(check.detail(), "")))
                    .toList();
            throw new DomainException(
                    Kind.CONFLICT, "preflight_failed", "The campaign cannot be sent like this.", problems);
        }
    }
}
