package dev.kurir.inbox.worker;

import dev.kurir.platform.KurirProperties;
import dev.kurir.platform.feed.FeedNotifier;
import dev.kurir.platform.worker.Loop;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Changes conversations that nobody has touched, again and again; screens hear of it at once. */
abstract class Sweep extends Loop {
    private final Means means;

    protected Sweep(Means means, Duration period) {
        super(means.properties(), period);
        this.means = means;
    }

    /** How many were changed; in a transaction. */
    protected abstract Mono<Integer> sweep(Instant now);

    @Override
    protected final Mono<Void> run() {
        return Mono.defer(() -> sweep(means.clock().instant()))
                .as(means.transaction()::transactional)
                .filter(changed -> changed > 0)
                .doOnNext(_ -> means.notifier().wake())
                .then();
    }

    /** What each of them needs. */
    @Component
    record Means(KurirProperties properties, FeedNotifier notifier, Clock clock, TransactionalOperator transaction) {}
}
