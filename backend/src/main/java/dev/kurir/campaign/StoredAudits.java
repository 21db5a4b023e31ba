package dev.kurir.campaign;

import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.WorkspaceId;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** The last audit of each campaign. */
public interface StoredAudits {
    Mono<Void> keep(WorkspaceId workspace, CampaignId campaign, Audit audit);

    /** Campaigns of all workspaces that ended after their last audit, or whose last audit is older than this. */
    Mono<List<Due>> due(Instant before, int limit);

    /** A campaign that wants an audit. */
    record Due(WorkspaceId workspaceId, CampaignId campaignId) {}
}
