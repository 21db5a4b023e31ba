package dev.kurir.outbox;

import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.MessageId;
import dev.kurir.kernel.WorkspaceId;
import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Mono;

/** The stored messages, changed one by one by people. The flush changes them in groups. */
public interface OutboxMessages {
    Mono<MessageId> add(DirectMessage message, long draftId);

    /** Into the queue again, due now; false when its state does not allow it. */
    Mono<Boolean> retry(WorkspaceId workspaceId, MessageId id);

    /** False when it is already under way or over. */
    Mono<Boolean> cancel(WorkspaceId workspaceId, MessageId id);

    /** Whether each of them has ended as cancelled. */
    Mono<Boolean> areCancelled(WorkspaceId workspaceId, Collection<MessageId> ids);

    Mono<Boolean> markUrgent(WorkspaceId workspaceId, MessageId id);

    /** Rejected, failed and expired messages of a campaign, back into the queue. */
    Mono<Long> requeueFailures(WorkspaceId workspaceId, CampaignId campaignId);

    /** Turns what waits of a cancelled campaign into `cancelled`, at most {@code limit} at a time; how many. */
    Mono<Integer> closeCancelled(CampaignId campaignId, int limit);

    /** Cancelled campaigns that still have something waiting. */
    Mono<List<CampaignId>> toClose();
}
