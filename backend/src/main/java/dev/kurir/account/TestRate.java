package dev.kurir.account;

import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.UserId;
import dev.kurir.platform.problem.RetryLaterException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import org.springframework.stereotype.Component;

/** Connection tests could map a network or guess passwords, so nobody makes more than ten a minute (per node). */
@Component
class TestRate {
    private static final int MOST = 10;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<UserId, Queue<Instant>> recent = new HashMap<>();

    TestRate(Clock clock) {
        this.clock = clock;
    }

    synchronized void admit(UserId user) {
        Instant now = clock.instant();
        recent.values().forEach(times -> times.removeIf(at -> !at.isAfter(now.minus(WINDOW))));
        recent.values().removeIf(Queue::isEmpty);
        Queue<Instant> times = recent.computeIfAbsent(user, _ -> new ArrayDeque<>());
        if (times.size() >= MOST) {
            throw new RetryLaterException(
                    DomainException.Kind.TOO_MANY,
                    "too_many_tests",
                    "Ten tests a minute are enough: wait a little.",
                    Duration.between(now.minus(WINDOW), times.element()));
        }
        times.add(now);
    }
}
