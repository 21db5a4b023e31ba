package dev.kurir.outbox;

import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.MessageId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.outbox.DeliveryEvidence.Doubt;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The stored messages of which nobody knows whether they arrived. */
public interface UncertainMessages {
    /** All of a campaign. */
    Mono<List<MessageId>> of(WorkspaceId workspaceId, CampaignId campaignId);

    /**
     * Those of a campaign that became uncertain before; what a person has taken back is left to people.
     *
     * @param age how long it is ago at least, by the database's clock
     */
    Mono<List<Doubt>> olderThan(CampaignId campaignId, Duration age, int limit);

    /** Of all workspaces, not older than this, the youngest first. */
    Mono<List<Doubt>> since(Duration age, int limit);

    /**
     * Joins the caller's transaction; answers those that changed: what is not uncertain any more stays as it is.
     *
     * @param words what was found, in the case of evidence
     * @param actor the person; null for evidence and policy
     */
    Mono<List<MessageId>> settle(
            WorkspaceId workspaceId,
            Collection<MessageId> ids,
            Settlement settlement,
            @Nullable String words,
            @Nullable String actor);

    /** Back to uncertain, where it was assumed or waits to be sent again. Joins the caller's transaction. */
    Mono<List<MessageId>> reopen(WorkspaceId workspaceId, Collection<MessageId> ids, String actor);
}
