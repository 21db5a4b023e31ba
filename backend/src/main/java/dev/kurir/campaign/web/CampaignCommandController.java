package dev.kurir.campaign.web;

import dev.kurir.campaign.CampaignControl;
import dev.kurir.campaign.Campaigns;
import dev.kurir.kernel.CampaignId;
import dev.kurir.outbox.Stopped;
import dev.kurir.platform.web.Idempotency;
import dev.kurir.platform.web.IdempotentRequest;
import dev.kurir.workspace.Caller;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/campaigns/{id}")
class CampaignCommandController {
    private final CampaignControl control;
    private final Campaigns campaigns;
    private final Idempotency idempotency;

    CampaignCommandController(CampaignControl control, Campaigns campaigns, Idempotency idempotency) {
        this.control = control;
        this.campaigns = campaigns;
        this.idempotency = idempotency;
    }

    @PostMapping("/generate")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(operationId = "generate", tags = "campaign")
    Mono<CampaignResponse> generate(
            Caller caller,
            @PathVariable CampaignId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return control.generate(caller.workspaceId(), id, ifMatch, caller.name())
                .then(Mono.defer(() -> get(caller, id)));
    }

    @PostMapping("/process")
    @Operation(operationId = "process", tags = "campaign")
    Mono<CampaignResponse> process(
            Caller caller,
            @PathVariable CampaignId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        var request = new IdempotentRequest(caller.workspaceId(), "process", key, id);
        return idempotency.once(
                request,
                CampaignResponse.class,
                () -> control.process(caller.workspaceId(), id, ifMatch, caller.name())
                        .then(Mono.defer(() -> get(caller, id))));
    }

    @PostMapping("/pause")
    @Operation(operationId = "pause", tags = "campaign")
    Mono<StopResponse> pause(Caller caller, @PathVariable CampaignId id) {
        return control.pause(caller.workspaceId(), id, caller.name()).flatMap(stopped -> stop(caller, id, stopped));
    }

    @PostMapping("/resume")
    @Operation(operationId = "resume", tags = "campaign")
    Mono<CampaignResponse> resume(Caller caller, @PathVariable CampaignId id) {
        return control.resume(caller.workspaceId(), id, caller.name()).then(Mono.defer(() -> get(caller, id)));
    }

    @PostMapping("/cancel")
    @Operation(operationId = "cancel", tags = "campaign")
    Mono<StopResponse> cancel(Caller caller, @PathVariable CampaignId id) {
        return control.cancel(caller.workspaceId(), id, caller.name()).flatMap(stopped -> stop(caller, id, stopped));
    }

    @PostMapping("/requeue-failures")
    @Operation(operationId = "requeueFailures", tags = "campaign")
    Mono<ChangedResponse> requeueFailures(Caller caller, @PathVariable CampaignId id) {
        return control.requeueFailures(caller.workspaceId(), id, caller.name()).map(ChangedResponse::new);
    }

    private Mono<StopResponse> stop(Caller caller, CampaignId id, Stopped stopped) {
        return get(caller, id).map(campaign -> StopResponse.of(campaign, stopped));
    }

    private Mono<CampaignResponse> get(Caller caller, CampaignId id) {
        return campaigns.get(caller.workspaceId(), id).map(CampaignResponse::of);
    }

    /** {@code Changed} of the contract. */
    record ChangedResponse(long changed) {}

    /** {@code CampaignStop} of the contract. */
    record StopResponse(CampaignResponse campaign, String state, long inFlight) {
        static StopResponse of(CampaignResponse campaign, Stopped stopped) {
            return new StopResponse(campaign, stopped.confirmed() ? "stopped" : "stopping", stopped.inFlight());
        }
    }
}
