package dev.kurir.outbox;

import dev.kurir.kernel.AccountId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** What the workers of this program say of themselves; written by the engine, read by the screens. */
@Component
public class WorkerBoard {
    private final Map<AccountId, WorkerStatus> statuses = new ConcurrentHashMap<>();

    /** True when it differs from what was known. */
    public boolean post(WorkerStatus status) {
        return !status.equals(statuses.put(status.accountId(), status));
    }

    public void remove(AccountId account) {
        statuses.remove(account);
    }

    public Optional<WorkerStatus> of(AccountId account) {
        return Optional.ofNullable(statuses.get(account));
    }

    /** Why nothing of these accounts moves; empty when at least one of them may send. */
    Optional<String> commonObstacle(Collection<AccountId> accounts) {
        List<Optional<String>> obstacles = accounts.stream()
                .map(account -> of(account).flatMap(WorkerBoard::obstacle))
                .toList();
        boolean allStand = !obstacles.isEmpty() && obstacles.stream().allMatch(Optional::isPresent);
        return allStand ? obstacles.getFirst() : Optional.empty();
    }

    private static Optional<String> obstacle(WorkerStatus status) {
        return switch (status.state()) {
            case OFF -> Optional.of("worker_off");
            case BLOCKED -> Optional.of("blocked");
            case ON, CONNECTING -> Optional.empty();
        };
    }
}
