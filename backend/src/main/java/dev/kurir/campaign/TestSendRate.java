package dev.kurir.campaign;

import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.platform.problem.RetryLaterException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import org.springframework.stereotype.Component;

/** A test goes to any address that is typed in, so nobody makes more than three a minute (per node). */
@Component
class TestSendRate {
    private static final int MOST = 3;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<WorkspaceId, Queue<Instant>> recent = new HashMap<>();

    TestSendRate(Clock clock) {
        this.clock = clock;
    }

    synchronized void admit(WorkspaceId workspace) {
        Instant now = clock.instant();
        recent.values().forEach(times -> times.removeIf(at -> !at.isAfter(now.minus(WINDOW))));
        recent.values().removeIf(Queue::isEmpty);
        Queue<Instant> times = recent.computeIfAbsent(workspace, _ -> new ArrayDeque<>());
        if (times.size() >= MOST) {
            throw new RetryLaterException(
                    DomainException.Kind.TOO_MANY,
                    "too_many_tests",
                    "Three tests a minute are enough: wait a little.",
                    Duration.between(now.minus(WINDOW), times.element()));
        }
        times.add(now);
    }
}
