package dev.kurir.campaign.web;

import dev.kurir.campaign.AudienceDesk;
import dev.kurir.campaign.Campaigns;
import dev.kurir.campaign.Preflights;
import dev.kurir.kernel.CampaignId;
import dev.kurir.workspace.Caller;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/campaigns/{id}")
class CampaignCheckController {
    private final AudienceDesk audiences;
    private final Preflights preflights;
    private final Campaigns campaigns;

    CampaignCheckController(AudienceDesk audiences, Preflights preflights, Campaigns campaigns) {
        this.audiences = audiences;
        this.preflights = preflights;
        this.campaigns = campaigns;
    }

    @GetMapping("/audience")
    @Operation(operationId = "getAudience", tags = "campaign")
    Mono<AudienceResponse> getAudience(Caller caller, @PathVariable CampaignId id) {
        return audiences.of(caller.workspaceId(), id).map(AudienceResponse::of);
    }

    @GetMapping("/preflight")
    @Operation(operationId = "getPreflight", tags = "campaign")
    Mono<PreflightResponse> getPreflight(Caller caller, @PathVariable CampaignId id) {
        return preflights.check(caller.workspaceId(), id).map(PreflightResponse::of);
    }

    @GetMapping("/progress")
    @Operation(operationId = "getProgress", tags = "campaign")
    Mono<ProgressResponse> getProgress(Caller caller, @PathVariable CampaignId id) {
        return campaigns.view(caller.workspaceId(), id).map(ProgressResponse::of);
    }
}
