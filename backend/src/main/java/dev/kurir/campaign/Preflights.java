package dev.kurir.campaign;

import dev.kurir.account.AccountSummary;
import dev.kurir.account.Accounts;
import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.WorkspaceId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Looks at a campaign before it is sent, and says where to mend it. */
@Component
public class Preflights {
    private final StoredCampaigns stored;
    private final Audiences audiences;
    private final Accounts accounts;

    Preflights(StoredCampaigns stored, Audiences audiences, Accounts accounts) {
        this.stored = stored;
        this.audiences = audiences;
        this.accounts = accounts;
    }

    public Mono<Preflight> check(WorkspaceId workspace, CampaignId id) {
        return stored.find(workspace, id)
                .switchIfEmpty(Mono.error(() -> DomainException.notFound("campaign")))
                .flatMap(campaign -> stored.content(id).flatMap(content -> check(campaign, content)));
    }

    Mono<Preflight> check(Campaign campaign, CampaignContent content) {
        ContentParts parts = ContentParts.of(content);
        return facts(campaign, parts).map(facts -> new PreflightRules(parts, facts).judge());
    }

    /** One question after the other: inside a transaction there is one connection. */
    private Mono<PreflightFacts> facts(Campaign campaign, ContentParts parts) {
        List<String> needed =
                parts.withoutFallback().stream().map(ContentParts.Use::variable).toList();
        return inactive(campaign)
                .map(names -> new PreflightFacts(!campaign.accounts().isEmpty(), names, 0, List.of(), Map.of()))
                .zipWhen(_ -> recipients(campaign), PreflightFacts::withRecipients)
                .zipWhen(
                        _ -> audiences.unknownColumns(campaign.workspaceId(), parts.columns()),
                        PreflightFacts::withUnknown)
                .zipWhen(_ -> audiences.missing(campaign.id(), needed), PreflightFacts::withMissing);
    }

    private Mono<List<String>> inactive(Campaign campaign) {
        return accounts.active(campaign.workspaceId())
                .map(active -> active.stream().map(AccountSummary::id).collect(Collectors.toSet()))
                .map(active -> campaign.accounts().stream()
                        .filter(one -> !active.contains(one.id()))
                        .map(CampaignAccount::name)
                        .toList());
    }

    /** After generation the audience is frozen; before it, whoever is there now. */
    private Mono<Long> recipients(Campaign campaign) {
        return campaign.lifecycle().isEditable()
                ? audiences.now(campaign.id()).map(Audience::recipients)
                : Mono.just(campaign.audience() - campaign.skipped().sum());
    }
}
