package dev.kurir.outbox;

import dev.kurir.kernel.DomainException;
import dev.kurir.suppression.SuppressionBarrier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * A suppression is answered behind the gate: what leaves after it had its intent before. Where the gate cannot be
 * passed nobody is told that it is done; the suppression is stored all the same.
 */
@Component
class GateForSuppression implements SuppressionBarrier {
    private final Gate gate;

    GateForSuppression(Gate gate) {
        this.gate = gate;
    }

    @Override
    public Mono<Void> await() {
        return gate.pass()
                .filter(passed -> passed)
                .switchIfEmpty(Mono.error(GateForSuppression::notYet))
                .then();
    }

    private static DomainException notYet() {
        return new DomainException(
                DomainException.Kind.UNAVAILABLE,
                "database_unavailable",
                "It is stored, but a message that is on its way could not be looked for. Try again.");
    }
}
