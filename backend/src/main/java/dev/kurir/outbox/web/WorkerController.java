package dev.kurir.outbox.web;

import dev.kurir.kernel.AccountId;
import dev.kurir.outbox.WorkerDesk;
import dev.kurir.workspace.Caller;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1")
class WorkerController {
    private final WorkerDesk desk;

    WorkerController(WorkerDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/workers")
    @Operation(operationId = "listWorkers", tags = "worker")
    Mono<List<WorkerResponse>> listWorkers(Caller caller) {
        return desk.all(caller.workspaceId())
                .map(all -> all.stream().map(WorkerResponse::of).toList());
    }

    @PutMapping("/workers")
    @Operation(operationId = "switchAllWorkers", tags = "worker")
    Mono<SwitchResponse> switchAllWorkers(Caller caller, @Valid @RequestBody SwitchRequest body) {
        return desk.wantAll(caller.workspaceId(), body.isOn(), caller.name())
                .map(stopped -> SwitchResponse.of(body.isOn(), stopped));
    }

    @PutMapping("/accounts/{id}/worker")
    @Operation(operationId = "switchWorker", tags = "worker")
    Mono<SwitchResponse> switchWorker(
            Caller caller, @PathVariable AccountId id, @Valid @RequestBody SwitchRequest body) {
        return desk.want(caller.workspaceId(), id, body.isOn(), caller.name())
                .map(stopped -> SwitchResponse.of(body.isOn(), stopped));
    }
}
