package dev.kurir.outbox.web;

import dev.kurir.outbox.FenceDesk;
import dev.kurir.workspace.Caller;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/sending")
class FenceController {
    private final FenceDesk desk;

    FenceController(FenceDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    @Operation(operationId = "getSending", tags = "worker")
    Mono<FenceResponse> getSending(Caller caller) {
        return desk.state(caller.workspaceId()).map(FenceResponse::of);
    }

    @PostMapping("/confirm")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "confirmSending", tags = "worker")
    Mono<Void> confirmSending(Caller caller) {
        return desk.confirm(caller.workspaceId(), caller.name());
    }
}
