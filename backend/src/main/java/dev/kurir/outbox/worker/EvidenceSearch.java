package dev.kurir.outbox.worker;

import dev.kurir.outbox.UncertainEvidence;
import dev.kurir.platform.KurirProperties;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks now and then whether there is evidence for what is uncertain. */
@Component
class EvidenceSearch implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(EvidenceSearch.class);
    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private final KurirProperties properties;
    private final UncertainEvidence evidence;
    private @Nullable Disposable running;

    EvidenceSearch(KurirProperties properties, UncertainEvidence evidence) {
        this.properties = properties;
        this.evidence = evidence;
    }

    @Override
    public boolean isAutoStartup() {
        return properties.isWorker();
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
