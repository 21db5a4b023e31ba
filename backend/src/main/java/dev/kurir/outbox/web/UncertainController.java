package dev.kurir.outbox.web;

import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.MessageId;
import dev.kurir.outbox.UncertainDesk;
import dev.kurir.workspace.Caller;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/outbox/uncertain")
class UncertainController {
    private final UncertainDesk desk;

    UncertainController(UncertainDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/decide")
    @Operation(operationId = "decideUncertain", tags = "outbox")
    Mono<Decided> decideUncertain(Caller caller, @Valid @RequestBody UncertainDecision body) {
        return decide(caller, body).map(Decided::new);
    }

    @PostMapping("/undo")
    @Operation(operationId = "undoUncertain", tags = "outbox")
    Mono<Decided> undoUncertain(Caller caller, @Valid @RequestBody Undo body) {
        return desk.undo(caller.workspaceId(), body.ids(), caller.name()).map(Decided::new);
    }

    private Mono<List<MessageId>> decide(Caller caller, UncertainDecision body) {
        if (body.ids() != null && body.campaignId() == null) {
            return desk.decide(caller.workspaceId(), body.ids(), body.settlement(), caller.name());
        }
        if (body.campaignId() != null && body.ids() == null && body.count() != null) {
            return desk.decideAll(
                    caller.workspaceId(), body.campaignId(), body.count(), body.settlement(), caller.name());
        }
        throw DomainException.invalid("/ids", "required", "Name the messages, or a campaign and how many it has.");
    }

    /** {@code UncertainDecided} of the contract: those that changed. */
    record Decided(List<MessageId> ids) {}

    /** {@code UncertainUndo} of the contract. */
    record Undo(@NotNull @Size(min = 1, max = 1000) List<@NotNull MessageId> ids) {}
}
