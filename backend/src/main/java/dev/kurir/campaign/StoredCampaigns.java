package dev.kurir.campaign;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.WorkspaceId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The stored campaigns. */
public interface StoredCampaigns {
    /** Refuses with the field when a list or a tag is not of this workspace. */
    Mono<CampaignId> add(WorkspaceId workspace, CampaignSettings settings, boolean sample);

    /** Empty where the workspace has no such campaign. */
    Mono<Campaign> find(WorkspaceId workspace, CampaignId id);

    /** As {@link #find}, and nobody else changes it before the transaction ends. */
    Mono<Campaign> lock(WorkspaceId workspace, CampaignId id);

    Mono<CampaignContent> content(CampaignId id);

    Mono<Map<CampaignId, CampaignContent>> contents(Collection<CampaignId> ids);

    /** One more than the limit, where there is one more. */
    Mono<List<Campaign>> page(WorkspaceId workspace, CampaignFilter filter);

    Mono<Map<String, Long>> states(WorkspaceId workspace, String search);

    /** Those of an account that are not over, by name. */
    Mono<List<Named<CampaignId>>> openOf(WorkspaceId workspace, AccountId account);

    /** Writes settings and raises the version. */
    Mono<Void> write(Campaign locked, CampaignSettings settings);

    Mono<Void> move(CampaignId id, Lifecycle next);

    /** The content that its messages from this account are made from. */
    Mono<Void> freeze(CampaignId id, AccountId account, long draft);

    Mono<Void> remove(CampaignId id);

    /** Released ones of all workspaces that are not noted as over, or are although something of theirs waits. */
    Mono<List<Campaign>> released();

    /** Notes whether it is over; the change happens once: false where it stood so already. */
    Mono<Boolean> markDone(CampaignId id, boolean done);

    /** Processing, but held by the outbox for what servers said. */
    Mono<List<Campaign>> refused();

    Mono<Void> writePolicy(CampaignId id, UncertainPolicy policy);

    /** Campaigns of all workspaces that have uncertain messages and do not only ask. */
    Mono<Map<CampaignId, UncertainPolicy>> withDuePolicy();

    Mono<Void> explain(CampaignId id, @Nullable String problem);
}
