package dev.kurir.campaign;

import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.WorkspaceId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who gets a campaign: a draft by its lists and tags as they are now, any other what was frozen. */
@Component
public class AudienceDesk {
    private final StoredCampaigns stored;
    private final Audiences audiences;

    AudienceDesk(StoredCampaigns stored, Audiences audiences) {
        this.stored = stored;
        this.audiences = audiences;
    }

    public Mono<Audience> of(WorkspaceId workspace, CampaignId id) {
        return stored.find(workspace, id)
                .switchIfEmpty(Mono.error(() -> DomainException.notFound("campaign")))
                .flatMap(campaign -> campaign.lifecycle().isEditable() ? audiences.now(id) : frozen(campaign));
    }

    private Mono<Audience> frozen(Campaign campaign) {
        return audiences
                .frozenSample(campaign.id())
                .map(sample -> new Audience(
                        campaign.audience(),
                        campaign.audience() - campaign.skipped().sum(),
                        campaign.skipped(),
                        sample));
    }
}
