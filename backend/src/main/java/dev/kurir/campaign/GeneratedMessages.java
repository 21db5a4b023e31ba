package dev.kurir.campaign;

import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.WorkspaceId;
import java.util.List;
import reactor.core.publisher.Mono;

/** The messages that are made from campaigns, stored in chunks. */
public interface GeneratedMessages {
    /** Looks at the next people of the campaign and makes their messages, in the caller's transaction. */
    Mono<Chunk> add(CampaignId campaign, int limit);

    /** Campaigns of all workspaces whose messages are being made. */
    Mono<List<Job>> jobs();

    /**
     * What a chunk did.
     *
     * @param running false when the campaign is no longer being generated: nothing was done
     * @param finished nobody is left
     */
    record Chunk(boolean running, long lookedAt, long made, boolean finished) {}

    /** A campaign that is being generated. */
    record Job(WorkspaceId workspaceId, CampaignId campaignId) {}
}
