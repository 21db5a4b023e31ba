package dev.kurir.outbox.worker;

import dev.kurir.outbox.UncertainEvidence;
import dev.kurir.platform.KurirProperties;
import dev.kurir.platform.worker.Loop;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks now and then whether there is evidence for what is uncertain. */
@Component
class EvidenceSearch extends Loop {
    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final UncertainEvidence evidence;

    EvidenceSearch(KurirProperties properties, UncertainEvidence evidence) {
        super(properties, PERIOD);
        this.evidence = evidence;
    }

    @Override
    protected Mono<Void> run() {
        return evidence.look().then();
    }
}
