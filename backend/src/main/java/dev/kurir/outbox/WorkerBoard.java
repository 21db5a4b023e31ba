package dev.kurir.outbox;

import dev.kurir.kernel.AccountId;
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
}
