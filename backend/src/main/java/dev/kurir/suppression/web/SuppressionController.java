package dev.kurir.suppression.web;

import dev.kurir.kernel.EmailAddress;
import dev.kurir.kernel.SuppressionId;
import dev.kurir.suppression.NewSuppression;
import dev.kurir.suppression.SuppressionReason;
import dev.kurir.suppression.Suppressions;
import dev.kurir.workspace.Caller;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/suppressions")
class SuppressionController {
    private final Suppressions suppressions;

    SuppressionController(Suppressions suppressions) {
        this.suppressions = suppressions;
    }

    @GetMapping
    @Operation(operationId = "listSuppressions", tags = "suppression")
    Mono<SuppressionPage> listSuppressions(
            Caller caller,
            @RequestParam(defaultValue = "") @Size(max = 200) String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return Mono.zip(
                suppressions.page(caller.workspaceId(), q, cursor, limit),
                suppressions.count(caller.workspaceId(), q),
                SuppressionPage::of);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "suppress", tags = "suppression")
    Mono<SuppressionResponse> suppress(Caller caller, @Valid @RequestBody SuppressionRequest body) {
        EmailAddress email = EmailAddress.require("/email", body.email());
        NewSuppression added = new NewSuppression(email, SuppressionReason.MANUAL, body.cleanNote(), null, null);
        return suppressions.add(caller.workspaceId(), added, caller.name()).map(SuppressionResponse::of);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "unsuppress", tags = "suppression")
    Mono<Void> unsuppress(Caller caller, @PathVariable SuppressionId id) {
        return suppressions.remove(caller.workspaceId(), id, caller.name());
    }
}
