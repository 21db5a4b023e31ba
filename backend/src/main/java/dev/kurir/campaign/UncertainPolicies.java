package dev.kurir.campaign;

import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.outbox.Settlement;
import dev.kurir.outbox.UncertainEvidence;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** The campaigns' policies about uncertain messages: set by people, carried out by a worker. */
@Component
public class UncertainPolicies {
    private final StoredCampaigns stored;
    private final UncertainEvidence evidence;
    private final CampaignFeed feed;
    private final TransactionalOperator transaction;

    UncertainPolicies(
            StoredCampaigns stored, UncertainEvidence evidence, CampaignFeed feed, TransactionalOperator transaction) {
        this.stored = stored;
        this.evidence = evidence;
        this.feed = feed;
        this.transaction = transaction;
    }

    /** Of a campaign in any state: it is about what happens after sending. */
    public Mono<Void> set(WorkspaceId workspace, CampaignId id, UncertainPolicy policy, String actor) {
        return stored.lock(workspace, id)
                .switchIfEmpty(Mono.error(() -> DomainException.notFound("campaign")))
                .filter(campaign -> !campaign.uncertain().equals(policy))
                .delayUntil(_ -> stored.writePolicy(id, policy))
                .delayUntil(campaign -> feed.log(campaign, "campaign_uncertain_policy", actor, words(policy)))
                .flatMap(_ -> feed.changed(workspace, id))
                .as(transaction::transactional);
    }

    /** Carries out what is due; how many messages were decided. */
    public Mono<Long> carryOut() {
        return stored.withDuePolicy()
                .flatMapIterable(Map::entrySet)
                .concatMap(entry -> decide(entry.getKey(), entry.getValue()))
                .reduce(0L, Long::sum);
    }

    private Mono<Long> decide(CampaignId campaign, UncertainPolicy policy) {
        Settlement settlement = Objects.requireNonNull(policy.settlement());
        return evidence.decide(campaign, settlement, Objects.requireNonNull(policy.after()));
    }

    private static Map<String, ?> words(UncertainPolicy policy) {
        Map<String, Object> words = new HashMap<>();
        words.put("policy", policy.action().word());
        if (policy.after() != null) {
            words.put("minutes", policy.after().toMinutes());
        }
        return words;
    }
}
