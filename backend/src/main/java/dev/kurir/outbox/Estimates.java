package dev.kurir.outbox;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import java.time.Clock;
import java.util.List;
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
    private final WorkerBoard board;
    private final Clock clock;

    Estimates(Queues queues, SendRates rates, WorkerBoard board, Clock clock) {
        this.queues = queues;
        this.rates = rates;
        this.board = board;
        this.clock = clock;
    }

    Mono<CampaignFigures> figures(CampaignId campaign, StateCounts counts) {
        return queues.accounts(campaign).map(accounts -> figures(counts, rates.lastMinute(campaign), accounts));
    }

    /** Of several accounts together. */
    CampaignFigures figures(StateCounts counts, List<AccountId> accounts) {
        return figures(counts, accounts.stream().mapToLong(rates::lastMinute).sum(), accounts);
    }

    private CampaignFigures figures(StateCounts counts, long rate, List<AccountId> accounts) {
        if (counts.open() == 0) {
            return new CampaignFigures(counts, rate, null, null);
        }
        return board.commonObstacle(accounts)
                .map(obstacle -> new CampaignFigures(counts, rate, null, obstacle))
                .orElseGet(() -> estimate(counts, rate));
    }

    private CampaignFigures estimate(StateCounts counts, long rate) {
        if (rate == 0) {
            return new CampaignFigures(counts, rate, null, "no_estimate");
        }
        long seconds = Math.ceilDiv(counts.open() * 60, rate);
        return new CampaignFigures(counts, rate, clock.instant().plusSeconds(seconds), "rate");
    }
}
