package dev.kurir.campaign.web;

import dev.kurir.campaign.CampaignControl;
import dev.kurir.campaign.CampaignFilter;
import dev.kurir.campaign.Campaigns;
import dev.kurir.kernel.CampaignId;
import dev.kurir.platform.ids.Cursors;
import dev.kurir.platform.web.Idempotency;
import dev.kurir.platform.web.IdempotentRequest;
import dev.kurir.workspace.Caller;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/campaigns")
class CampaignController {
    private final Campaigns campaigns;
    private final CampaignControl control;
    /** To choose from. */
    private static final CampaignFilter NEWEST = new CampaignFilter("", null, null, 200);

    private final Cursors cursors;
    private final Idempotency idempotency;

    CampaignController(Campaigns campaigns, CampaignControl control, Cursors cursors, Idempotency idempotency) {
        this.campaigns = campaigns;
        this.control = control;
        this.cursors = cursors;
        this.idempotency = idempotency;
    }

    @GetMapping
    @Operation(operationId = "listCampaigns", tags = "campaign")
    Mono<CampaignPageResponse> listCampaigns(
            Caller caller,
            @RequestParam(defaultValue = "") @Size(max = 200) String q,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        CampaignFilter filter = new CampaignFilter(q.strip(), state, before(cursor), limit);
        return campaigns.list(caller.workspaceId(), filter).map(CampaignPageResponse::of);
    }

    @GetMapping("/names")
    @Operation(operationId = "listCampaignNames", tags = "campaign")
    Mono<List<CampaignNameResponse>> listCampaignNames(Caller caller) {
        return campaigns
                .list(caller.workspaceId(), NEWEST)
                .map(page -> CampaignPageResponse.of(page).names());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "createCampaign", tags = "campaign")
    Mono<CampaignResponse> createCampaign(
            Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody CampaignRequest body) {
        var request = new IdempotentRequest(caller.workspaceId(), "createCampaign", key, body);
        return idempotency.once(
                request,
                CampaignResponse.class,
                () -> campaigns.create(caller.workspaceId(), body.toSettings()).flatMap(id -> get(caller, id)));
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getCampaign", tags = "campaign")
    Mono<CampaignResponse> getCampaign(Caller caller, @PathVariable CampaignId id) {
        return get(caller, id);
    }

    @PatchMapping("/{id}")
    @Operation(operationId = "updateCampaign", tags = "campaign")
    Mono<CampaignResponse> updateCampaign(
            Caller caller,
            @PathVariable CampaignId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody CampaignUpdate body) {
        return campaigns
                .change(caller.workspaceId(), id, body::applyTo, ifMatch)
                .then(Mono.defer(() -> get(caller, id)));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "deleteCampaign", tags = "campaign")
    Mono<Void> deleteCampaign(Caller caller, @PathVariable CampaignId id) {
        return control.remove(caller.workspaceId(), id, caller.name());
    }

    @PostMapping("/{id}/duplicate")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "duplicateCampaign", tags = "campaign")
    Mono<CampaignResponse> duplicateCampaign(Caller caller, @PathVariable CampaignId id) {
        return campaigns.duplicate(caller.workspaceId(), id).flatMap(copy -> get(caller, copy));
    }

    private Mono<CampaignResponse> get(Caller caller, CampaignId id) {
        return campaigns.get(caller.workspaceId(), id).map(CampaignResponse::of);
    }

    private @Nullable CampaignId before(@Nullable String cursor) {
        return cursor == null ? null : cursors.decode(CampaignId.class, cursor).id();
    }
}
