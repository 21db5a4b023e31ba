package dev.kurir.inbox.worker;

import dev.kurir.inbox.StoredInboxSettings;
import dev.kurir.platform.KurirProperties;
import dev.kurir.platform.feed.FeedNotifier;
import dev.kurir.platform.worker.Loop;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Ends conversations that nobody goes on with, where a workspace wants that. */
@Component
class IdleConversations extends Loop {
    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final int MOST = 500;

    private final StoredInboxSettings settings;
    private final FeedNotifier notifier;
    private final Clock clock;
    private final TransactionalOperator transaction;

    IdleConversations(
            KurirProperties properties,
            StoredInboxSettings settings,
            FeedNotifier notifier,
            Clock clock,
            TransactionalOperator transaction) {
        super(properties, PERIOD);
        this.settings = settings;
        this.notifier = notifier;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    protected Mono<Void> run() {
        return settings.settle(clock.instant(), MOST)
                .as(transaction::transactional)
                .filter(settled -> settled > 0)
                .doOnNext(_ -> notifier.wake())
                .then();
    }
}
