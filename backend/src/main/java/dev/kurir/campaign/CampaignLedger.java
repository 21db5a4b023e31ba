package dev.kurir.campaign;

import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.outbox.Ledger;
import dev.kurir.outbox.LedgerRow;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Everybody in the audience of a campaign, once: who got it, who did not, and why. */
@Component
public class CampaignLedger {
    private static final int PAGE = 1000;

    private final StoredCampaigns stored;
    private final Audiences audiences;
    private final Ledger ledger;
    private final CampaignFeed feed;

    CampaignLedger(StoredCampaigns stored, Audiences audiences, Ledger ledger, CampaignFeed feed) {
        this.stored = stored;
        this.audiences = audiences;
        this.ledger = ledger;
        this.feed = feed;
    }

    /** One of the audience: somebody with a message, or somebody who was left out. */
    public sealed interface Entry {
        /** Got a message, whatever became of it. */
        record Addressed(LedgerRow row) implements Entry {}

        /** Was left out. */
        record LeftOut(SkippedPerson person) implements Entry {}
    }

    /** The campaign, before its people are read: that they are taken out of the house is written down. */
    public Mono<Campaign> open(WorkspaceId workspace, CampaignId id, String actor) {
        return stored.find(workspace, id)
                .switchIfEmpty(Mono.error(() -> DomainException.notFound("campaign")))
                .delayUntil(campaign -> feed.log(campaign, "campaign_exported", actor, Map.of()));
    }

    /** Read as fast as the reader takes it, a page at a time. */
    public Flux<List<Entry>> pages(CampaignId id) {
        Flux<List<Entry>> addressed = ledger.of(id)
                .map(page -> page.stream().<Entry>map(Entry.Addressed::new).toList());
        Flux<List<Entry>> leftOut = skipped(id, 0)
                .expand(last -> last.size() < PAGE
                        ? Mono.empty()
                        : skipped(id, last.getLast().contactId().value()))
                .map(page -> page.stream().<Entry>map(Entry.LeftOut::new).toList());
        return Flux.concat(addressed, leftOut);
    }

    /** A reader who goes away cancels no query: a cached one runs to its end. */
    private Mono<List<SkippedPerson>> skipped(CampaignId id, long after) {
        return Mono.defer(() -> audiences.skipped(id, after, PAGE)).cache();
    }
}
