package dev.kurir.inbox.worker;

import dev.kurir.inbox.StoredInboxSettings;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Ends conversations that nobody goes on with, where a workspace wants that. */
@Component
class IdleConversations extends Sweep {
    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final int MOST = 500;

    private final StoredInboxSettings settings;

    IdleConversations(Means means, StoredInboxSettings settings) {
        super(means, PERIOD);
        this.settings = settings;
    }

    @Override
    protected Mono<Integer> sweep(Instant now) {
        return settings.settle(now, MOST);
    }
}
