package dev.kurir.inbox.worker;

import dev.kurir.inbox.ChangedConversations;
import dev.kurir.platform.KurirProperties;
import dev.kurir.platform.feed.FeedNotifier;
import dev.kurir.platform.worker.Loop;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Brings back what was snoozed when its time has come. */
@Component
class SnoozeClock extends Loop {
    private static final Duration PERIOD = Duration.ofSeconds(5);

    private final ChangedConversations conversations;
    private final FeedNotifier notifier;
    private final Clock clock;
    private final TransactionalOperator transaction;

    SnoozeClock(
            KurirProperties properties,
            ChangedConversations conversations,
            FeedNotifier notifier,
            Clock clock,
            TransactionalOperator transaction) {
        super(properties, PERIOD);
        this.conversations = conversations;
        this.notifier = notifier;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    protected Mono<Void> run() {
        return conversations
                .wake(clock.instant())
                .as(transaction::transactional)
                .filter(woken -> woken > 0)
                .doOnNext(_ -> notifier.wake())
                .then();
    }
}
