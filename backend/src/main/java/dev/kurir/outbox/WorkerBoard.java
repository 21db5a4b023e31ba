package dev.kurir.outbox;

import dev.kurir.kernel.AccountId;
import java.util.Collection;
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

    /** Why messages of these accounts do not move, if there is a reason. */
    Optional<String> firstObstacle(Collection<AccountId> accounts) {
        return accounts.stream()
                .flatMap(account -> of(account).stream())
                .flatMap(WorkerBoard::obstacle)
                .findFirst();
    }

    private static java.util.stream.Stream<String> obstacle(WorkerStatus status) {
        return switch (status.state()) {
            case OFF -> java.util.stream.Stream.of("worker_off");
            case BLOCKED -> java.util.stream.Stream.of("blocked");
            case ON, CONNECTING -> java.util.stream.Stream.empty();
        };
    }
}
