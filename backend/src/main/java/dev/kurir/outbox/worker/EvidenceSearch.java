package dev.kurir.outbox.worker;

import dev.kurir.outbox.UncertainEvidence;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks now and then whether there is evidence for what is uncertain. */
@Component
@ConditionalOnProperty(name = "kurir.worker", havingValue = "true", matchIfMissing = true)
class EvidenceSearch implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(EvidenceSearch.class);
    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private final UncertainEvidence evidence;
    private @Nullable Disposable running;

    EvidenceSearch(UncertainEvidence evidence) {
        this.evidence = evidence;
    }

    @Override
    public void start() {
        running = Flux.interval(INTERVAL)
                .onBackpressureDrop()
                .concatMap(_ -> evidence.look().onErrorResume(this::complain), 1)
                .subscribe();
    }

    @Override
    public void stop() {
        if (running != null) {
            running.dispose();
            running = null;
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    private Mono<Long> complain(Throwable failure) {
        log.warn("Evidence could not be looked for: {}", failure.getMessage());
        return Mono.empty();
    }
}
