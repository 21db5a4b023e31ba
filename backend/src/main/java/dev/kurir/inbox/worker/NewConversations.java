package dev.kurir.inbox.worker;

import dev.kurir.inbox.StoredInboxSettings;
import dev.kurir.platform.KurirProperties;
import dev.kurir.platform.feed.FeedNotifier;
import dev.kurir.platform.worker.Loop;
import dev.kurir.workspace.Colleague;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Hands new conversations to whoever is online, where a team or a workspace wants that. */
@Component
class NewConversations extends Loop {
    private static final Duration PERIOD = Duration.ofSeconds(3);
    private static final int MOST = 100;

    private final StoredInboxSettings settings;
    private final FeedNotifier notifier;
    private final Clock clock;
    private final TransactionalOperator transaction;

    NewConversations(
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
        Instant now = clock.instant();
        return settings.handOut(now, Colleague.onlineSince(now), MOST)
                .as(transaction::transactional)
                .filter(handed -> handed > 0)
                .doOnNext(_ -> notifier.wake())
                .then();
    }
}
