package dev.kurir.workspace.worker;

import dev.kurir.workspace.LoginFailures;
import dev.kurir.workspace.Sessions;
import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Removes sessions and login attempts that are over. */
@Component
class Tidying {
    private static final Duration LONGEST_LIMIT = Duration.ofHours(1);

    private final Sessions sessions;
    private final LoginFailures failures;
    private final Clock clock;

    Tidying(Sessions sessions, LoginFailures failures, Clock clock) {
        this.sessions = sessions;
        this.failures = failures;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1H")
    Mono<Void> tidy() {
        return sessions.tidy()
                .then(Mono.defer(() -> failures.forget(clock.instant().minus(LONGEST_LIMIT))));
    }
}
