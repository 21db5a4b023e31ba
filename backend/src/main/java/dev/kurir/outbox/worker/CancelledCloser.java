package dev.kurir.outbox.worker;

import dev.kurir.kernel.CampaignId;
import dev.kurir.outbox.OutboxMessages;
import dev.kurir.platform.KurirProperties;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Turns what waits of cancelled campaigns into `cancelled`, in chunks; the gate has stopped them long before. */
@Component
class CancelledCloser implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(CancelledCloser.class);
    private static final Duration INTERVAL = Duration.ofMillis(500);
    private static final int CHUNK = 5_000;

    private final OutboxMessages messages;
    private final TransactionalOperator transaction;
    private final KurirProperties properties;
    private @Nullable Disposable running;

    CancelledCloser(OutboxMessages messages, TransactionalOperator transaction, KurirProperties properties) {
        this.properties = properties;
        this.messages = messages;
        this.transaction = transaction;
    }

    @Override
    public boolean isAutoStartup() {
        return properties.isWorker();
    }

    @Override
    public void start() {
        running = Flux.interval(INTERVAL)
                .onBackpressureDrop()
                .concatMap(_ -> closeAll().onErrorResume(this::complain), 1)
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

    private Mono<Void> closeAll() {
        return messages.toClose()
                .flatMapIterable(found -> found)
                .concatMap(this::close)
                .then();
    }

    private Mono<Void> close(CampaignId campaign) {
        return Mono.defer(() -> messages.closeCancelled(campaign, CHUNK).as(transaction::transactional))
                .repeat()
                .takeUntil(closed -> closed == 0)
                .then();
    }

    private Mono<Void> complain(Throwable failure) {
        log.warn("Cancelled messages could not be closed: {}", failure.getMessage());
        return Mono.empty();
    }
}
