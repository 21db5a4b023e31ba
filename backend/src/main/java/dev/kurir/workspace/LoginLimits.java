package dev.kurir.workspace;

import dev.kurir.kernel.DomainException.Kind;
import dev.kurir.platform.problem.RetryLaterException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * How often somebody may guess: five times in 15 minutes per person and address, fifty times an hour per address. An
 * attempt is written down before the password is looked at, so that many at once do not slip through.
 */
@Component
class LoginLimits {
    private record Limit(String key, int most, Duration within) {}

    /** An attempt that was let through. */
    record Taken(LoginAttempt attempt, Instant at) {}

    private final LoginFailures failures;
    private final Clock clock;

    LoginLimits(LoginFailures failures, Clock clock) {
        this.failures = failures;
        this.clock = clock;
    }

    Mono<Taken> take(LoginAttempt attempt) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return Flux.fromIterable(limitsOf(attempt))
                .concatMap(limit -> take(limit, now))
                .then(Mono.just(new Taken(attempt, now)));
    }

    /** The password was right: this person starts from zero, and the address gets its try back. */
    Mono<Void> forgive(Taken taken) {
        return failures.clear(taken.attempt().personKey())
                .then(failures.remove(taken.attempt().addressKey(), taken.at()));
    }

    private static List<Limit> limitsOf(LoginAttempt attempt) {
        return List.of(
                new Limit(attempt.personKey(), 5, Duration.ofMinutes(15)),
                new Limit(attempt.addressKey(), 50, Duration.ofHours(1)));
    }

    private Mono<Void> take(Limit limit, Instant now) {
        return failures.add(limit.key(), now, now.minus(limit.within()))
                .filter(all -> all.size() > limit.most())
                .flatMap(all -> refuse(limit, all, now));
    }

    /** A refused attempt does not count: otherwise trying again would prolong the wait. */
    private Mono<Void> refuse(Limit limit, List<Instant> all, Instant now) {
        Instant free = all.get(all.size() - 1 - limit.most()).plus(limit.within());
        return failures.remove(limit.key(), now)
                .then(Mono.error(() -> new RetryLaterException(
                        Kind.TOO_MANY,
                        "too_many_attempts",
                        "Too many attempts. Wait a while.",
                        Duration.between(now, free))));
    }
}
