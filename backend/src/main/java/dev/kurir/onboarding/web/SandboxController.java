package dev.kurir.onboarding.web;

import dev.kurir.onboarding.SampleRemoval;
import dev.kurir.onboarding.Samples;
import dev.kurir.workspace.Caller;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/sandbox")
class SandboxController {
    private final Samples samples;
    private final SampleRemoval removal;

    SandboxController(Samples samples, SampleRemoval removal) {
        this.samples = samples;
        this.removal = removal;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "createSandbox", tags = "onboarding")
    Mono<SandboxResponse> createSandbox(Caller caller) {
        return samples.create(caller).map(SandboxResponse::of);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "deleteSandbox", tags = "onboarding")
    Mono<Void> deleteSandbox(Caller caller) {
        return removal.remove(caller);
    }
}
