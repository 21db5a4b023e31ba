package dev.kurir.outbox;

import dev.kurir.kernel.DomainException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class GateForSuppressionTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    @Test
    void aSuppressionIsDoneBehindTheGate() {
        StepVerifier.create(new GateForSuppression(() -> Mono.just(true)).await())
                .expectComplete()
                .verify(SOON);
    }

    @Test
    void aGateThatCouldNotBePassedIsNotCalledDone() {
        StepVerifier.create(new GateForSuppression(() -> Mono.just(false)).await())
                .expectError(DomainException.class)
                .verify(SOON);
    }
}
