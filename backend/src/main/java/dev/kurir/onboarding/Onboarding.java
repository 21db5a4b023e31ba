package dev.kurir.onboarding;

import dev.kurir.kernel.WorkspaceId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The first steps of a workspace; done is what is really there. */
@Component
public class Onboarding {
    private final OnboardingStore store;

    Onboarding(OnboardingStore store) {
        this.store = store;
    }

    public Mono<OnboardingFacts> get(WorkspaceId workspace) {
        return store.facts(workspace);
    }

    public Mono<OnboardingFacts> dismiss(WorkspaceId workspace, boolean dismissed) {
        return store.dismiss(workspace, dismissed).then(Mono.defer(() -> store.facts(workspace)));
    }
}
