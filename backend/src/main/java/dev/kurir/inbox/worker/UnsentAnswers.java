package dev.kurir.inbox.worker;

import dev.kurir.inbox.ChangedConversations;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells a conversation that an answer will never leave, so that it waits for somebody again. */
@Component
class UnsentAnswers extends Sweep {
    private static final Duration PERIOD = Duration.ofSeconds(3);
    private static final int MOST = 200;

    private final ChangedConversations conversations;

    UnsentAnswers(Means means, ChangedConversations conversations) {
        super(means, PERIOD);
        this.conversations = conversations;
    }

    @Override
    protected Mono<Integer> sweep(Instant now) {
        return conversations.tellUnsent(now, MOST);
    }
}
