package dev.kurir.outbox;

import dev.kurir.suppression.SuppressionBarrier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A suppression is answered behind the gate: what leaves after it had its intent before. */
@Component
class GateForSuppression implements SuppressionBarrier {
    private final Gate gate;

    GateForSuppression(Gate gate) {
        this.gate = gate;
    }

    @Override
    public Mono<Void> await() {
        return gate.pass().then();
    }
}
