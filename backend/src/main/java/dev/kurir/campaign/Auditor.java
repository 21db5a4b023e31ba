package dev.kurir.campaign;

import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.outbox.Ledger;
import dev.kurir.platform.feed.FeedEntry.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Counts what is really there and compares it with the counters, both in one snapshot: at the end of a campaign, each
 * night, and whenever somebody asks. A difference is an error in the log, and the law stays red until an audit finds
 * none.
 */
@Component
public class Auditor {
    /** Two o'clock in Jakarta, when little is sent. */
    private static final LocalTime NIGHT = LocalTime.of(19, 0);

    private static final int AT_ONCE = 20;

    private final CampaignViews views;
    private final StoredCampaigns stored;
    private final StoredAudits audits;
    private final Audiences audiences;
    private final Ledger ledger;
    private final CampaignFeed feed;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Auditor(
            CampaignViews views,
            StoredCampaigns stored,
            StoredAudits audits,
            Audiences audiences,
            Ledger ledger,
            CampaignFeed feed,
            TransactionalOperator transaction,
            Clock clock) {
        this.views = views;
        this.stored = stored;
        this.audits = audits;
        this.audiences = audiences;
        this.ledger = ledger;
        this.feed = feed;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param actor who asked; null where it was time */
    public Mono<Audit> audit(WorkspaceId workspace, CampaignId id, @Nullable String actor) {
        return views.with(workspace, id, view -> rows(id).map(rows -> compare(view, rows)))
                .delayUntil(audit -> keep(workspace, id, audit, actor));
    }

    /** Audits what wants it; how many. */
    public Mono<Long> auditDue() {
        return audits.due(lastNight(), AT_ONCE)
                .flatMapIterable(due -> due)
                .concatMap(due -> audit(due.workspaceId(), due.campaignId(), null)
                        .onErrorResume(DomainException.class, _ -> Mono.empty()))
                .count();
    }

    private Mono<Rows> rows(CampaignId id) {
        return ledger.count(id).zipWhen(_ -> audiences.countSkipped(id), Rows::new);
    }

    private Audit compare(CampaignView view, Rows rows) {
        return AuditRules.compare(view.progress(), rows, clock.instant());
    }

    private Mono<Void> keep(WorkspaceId workspace, CampaignId id, Audit audit, @Nullable String actor) {
        return stored.find(workspace, id)
                .delayUntil(_ -> audits.keep(workspace, id, audit))
                .delayUntil(campaign -> tell(campaign, audit, actor))
                .flatMap(_ -> feed.changed(workspace, id))
                .as(transaction::transactional);
    }

    private Mono<Void> tell(Campaign campaign, Audit audit, @Nullable String actor) {
        boolean wasBroken = campaign.audit() != null && !campaign.audit().isBalanced();
        if (audit.isBalanced()) {
            return wasBroken
                    ? feed.log(campaign, "conservation_restored", actor, Map.of("count", audit.accounted()))
                    : Mono.empty();
        }
        return feed.log(campaign, "conservation_broken", Level.ERROR, actor, words(audit.differences()));
    }

    private static Map<String, ?> words(List<Audit.Difference> differences) {
        Map<String, Object> words = new HashMap<>();
        words.put("count", differences.size());
        words.put(
                "detail",
                differences.stream()
                        .map(one -> one.what() + ": counted " + one.counted() + ", found " + one.found())
                        .collect(Collectors.joining("; ")));
        return words;
    }

    private Instant lastNight() {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        OffsetDateTime tonight = now.with(NIGHT);
        return (tonight.isAfter(now) ? tonight.minus(Duration.ofDays(1)) : tonight).toInstant();
    }
}
