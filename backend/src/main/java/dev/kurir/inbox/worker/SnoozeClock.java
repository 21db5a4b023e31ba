package dev.kurir.inbox.worker;

import dev.kurir.inbox.ChangedConversations;
import dev.kurir.platform.KurirProperties;
import dev.kurir.platform.feed.FeedNotifier;
import java.time.Clock;
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

/** Brings back what was snoozed when its time has come. */
@Component
class SnoozeClock implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(SnoozeClock.class);
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final KurirProperties properties;
    private final ChangedConversations conversations;
    private final FeedNotifier notifier;
    private final Clock clock;
    private final TransactionalOperator transaction;
    private @Nullable Disposable running;

    SnoozeClock(
            KurirProperties properties,
            ChangedConversations conversations,
            FeedNotifier notifier,
            Clock clock,
            TransactionalOperator transaction) {
        this.properties = properties;
        this.conversations = conversations;
        this.notifier = notifier;
        this.clock = clock;
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
                .concatMap(_ -> wake().onErrorResume(this::complain), 1)
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

    private Mono<Integer> wake() {
        return conversations
                .wake(clock.instant())
                .as(transaction::transactional)
                .doOnNext(this::told);
    }

    private void told(int woken) {
        if (woken > 0) {
            notifier.wake();
        }
    }

    private Mono<Integer> complain(Throwable failure) {
        log.warn("Snoozed conversations could not be looked at: {}", failure.getMessage());
        return Mono.empty();
    }
}
