package dev.kurir.outbox;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.outbox.WorkerStatuses.Seen;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * When a campaign will be through, honestly: what is left by what was seen in the last minute, or the reason why nobody
 * can say.
 */
@Component
class Estimates {
    private final Queues queues;
    private final SendRates rates;
    private final WorkerStatuses statuses;
    private final Clock clock;

    Estimates(Queues queues, SendRates rates, WorkerStatuses statuses, Clock clock) {
        this.queues = queues;
        this.rates = rates;
        this.statuses = statuses;
        this.clock = clock;
    }

    /** What other nodes send for the campaign is known only by account. */
    Mono<CampaignFigures> figures(CampaignId campaign, StateCounts counts) {
        return queues.accounts(campaign)
                .flatMap(accounts -> statuses.of(accounts)
                        .map(seen -> figures(
                                counts, rates.lastMinute(campaign) + rate(seen, Seen::isElsewhere), accounts, seen)));
    }

    /** Of a campaign whose messages wait at these accounts. */
    Mono<CampaignFigures> figures(CampaignId campaign, Map<AccountId, StateCounts> accounts) {
        StateCounts sum = accounts.values().stream().reduce(StateCounts.NONE, StateCounts::plus);
        return figures(campaign, sum).map(figures -> figures.by(accounts));
    }

    /** Of several accounts together. */
    Mono<CampaignFigures> figures(StateCounts counts, List<AccountId> accounts) {
        return statuses.of(accounts).map(seen -> figures(counts, rate(seen, _ -> true), accounts, seen));
    }

    private CampaignFigures figures(
            StateCounts counts, long rate, List<AccountId> accounts, Map<AccountId, Seen> seen) {
        if (counts.open() == 0) {
            return new CampaignFigures(counts, Map.of(), rate, null, null);
        }
        return WorkerStatuses.commonObstacle(accounts, seen)
                .map(obstacle -> new CampaignFigures(counts, Map.of(), rate, null, obstacle))
                .orElseGet(() -> estimate(counts, rate));
    }

    private static long rate(Map<AccountId, Seen> seen, Predicate<Seen> wanted) {
        return seen.values().stream().filter(wanted).mapToLong(Seen::rate).sum();
    }

    private CampaignFigures estimate(StateCounts counts, long rate) {
        if (rate == 0) {
            return new CampaignFigures(counts, Map.of(), rate, null, "no_estimate");
        }
        long seconds = Math.ceilDiv(counts.open() * 60, rate);
        return new CampaignFigures(counts, Map.of(), rate, clock.instant().plusSeconds(seconds), "rate");
    }
}
