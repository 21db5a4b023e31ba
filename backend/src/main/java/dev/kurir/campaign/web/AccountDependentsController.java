package dev.kurir.campaign.web;

import dev.kurir.campaign.AccountDependents;
import dev.kurir.campaign.AccountDependentsDesk;
import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.workspace.Caller;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class AccountDependentsController {
    private final AccountDependentsDesk dependents;

    AccountDependentsController(AccountDependentsDesk dependents) {
        this.dependents = dependents;
    }

    @GetMapping("/api/v1/accounts/{id}/dependents")
    @Operation(operationId = "getAccountDependents", tags = "campaign")
    Mono<DependentsResponse> getAccountDependents(Caller caller, @PathVariable AccountId id) {
        return dependents.of(caller.workspaceId(), id).map(DependentsResponse::of);
    }

    /** {@code AccountDependents} of the contract. */
    record DependentsResponse(long waiting, long inFlight, List<NamedResponse<CampaignId>> campaigns) {
        static DependentsResponse of(AccountDependents dependents) {
            return new DependentsResponse(
                    dependents.load().waiting(),
                    dependents.load().inFlight(),
                    dependents.campaigns().stream().map(NamedResponse::of).toList());
        }
    }
}
