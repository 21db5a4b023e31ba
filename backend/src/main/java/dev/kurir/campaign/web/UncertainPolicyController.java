package dev.kurir.campaign.web;

import dev.kurir.campaign.Campaigns;
import dev.kurir.campaign.UncertainPolicies;
import dev.kurir.kernel.CampaignId;
import dev.kurir.workspace.Caller;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class UncertainPolicyController {
    private final UncertainPolicies policies;
    private final Campaigns campaigns;

    UncertainPolicyController(UncertainPolicies policies, Campaigns campaigns) {
        this.policies = policies;
        this.campaigns = campaigns;
    }

    @PutMapping("/api/v1/campaigns/{id}/uncertain-policy")
    @Operation(operationId = "setUncertainPolicy", tags = "campaign")
    Mono<CampaignResponse> setUncertainPolicy(
            Caller caller, @PathVariable CampaignId id, @Valid @RequestBody UncertainPolicyBody body) {
        return policies.set(caller.workspaceId(), id, body.toPolicy(), caller.name())
                .then(Mono.defer(() -> campaigns.get(caller.workspaceId(), id)))
                .map(CampaignResponse::of);
    }
}
