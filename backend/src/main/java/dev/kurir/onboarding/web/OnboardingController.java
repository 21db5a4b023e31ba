package dev.kurir.onboarding.web;

import dev.kurir.onboarding.Onboarding;
import dev.kurir.onboarding.OnboardingFacts;
import dev.kurir.workspace.Caller;
import dev.kurir.workspace.SandboxStatus;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/onboarding")
class OnboardingController {
    private final Onboarding onboarding;
    private final ObjectProvider<SandboxStatus> sandbox;

    OnboardingController(Onboarding onboarding, ObjectProvider<SandboxStatus> sandbox) {
        this.onboarding = onboarding;
        this.sandbox = sandbox;
    }

    @GetMapping
    @Operation(operationId = "getOnboarding", tags = "onboarding")
    Mono<OnboardingResponse> getOnboarding(Caller caller) {
        return onboarding.get(caller.workspaceId()).map(this::response);
    }

    @PatchMapping
    @Operation(operationId = "updateOnboarding", tags = "onboarding")
    Mono<OnboardingResponse> updateOnboarding(Caller caller, @Valid @RequestBody OnboardingUpdate body) {
        return onboarding.dismiss(caller.workspaceId(), body.dismissed()).map(this::response);
    }

    private OnboardingResponse response(OnboardingFacts facts) {
        return OnboardingResponse.of(facts, sandbox.stream().anyMatch(SandboxStatus::isRunning));
    }

    /** {@code OnboardingUpdate} of the contract. */
    record OnboardingUpdate(@NotNull Boolean dismissed) {}
}
