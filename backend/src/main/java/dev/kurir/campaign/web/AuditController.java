package dev.kurir.campaign.web;

import dev.kurir.campaign.Auditor;
import dev.kurir.campaign.Campaigns;
import dev.kurir.kernel.CampaignId;
import dev.kurir.workspace.Caller;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class AuditController {
    private final Auditor auditor;
    private final Campaigns campaigns;

    AuditController(Auditor auditor, Campaigns campaigns) {
        this.auditor = auditor;
        this.campaigns = campaigns;
    }

    @PostMapping("/api/v1/campaigns/{id}/audit")
    @Operation(operationId = "auditCampaign", tags = "campaign")
    Mono<ProgressResponse> auditCampaign(Caller caller, @PathVariable CampaignId id) {
        return auditor.audit(caller.workspaceId(), id, caller.name())
                .then(Mono.defer(() -> campaigns.view(caller.workspaceId(), id)))
                .map(ProgressResponse::of);
    }
}
