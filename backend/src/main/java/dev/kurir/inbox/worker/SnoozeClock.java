package dev.kurir.inbox.worker;

import dev.kurir.inbox.ChangedConversations;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Brings back what was snoozed when its time has come. */
@Component
class SnoozeClock extends Sweep {
    private static final Duration PERIOD = Duration.ofSeconds(5);

    private final ChangedConversations conversations;

    SnoozeClock(Means means, ChangedConversations conversations) {
        super(means, PERIOD);
        this.conversations = conversations;
    }

    @Override
    protected Mono<Integer> sweep(Instant now) {
        return conversations.wake(now);
    }
}
