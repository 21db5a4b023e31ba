package dev.kurir.inbox.worker;

import dev.kurir.inbox.StoredInboxSettings;
import dev.kurir.workspace.Colleague;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Hands new conversations to whoever is online, where a team or a workspace wants that. */
@Component
class NewConversations extends Sweep {
    private static final Duration PERIOD = Duration.ofSeconds(3);
    private static final int MOST = 100;

    private final StoredInboxSettings settings;

    NewConversations(Means means, StoredInboxSettings settings) {
        super(means, PERIOD);
        this.settings = settings;
    }

    @Override
    protected Mono<Integer> sweep(Instant now) {
        return settings.handOut(now, Colleague.onlineSince(now), MOST);
    }
}
