package dev.kurir.outbox;

import dev.kurir.kernel.AccountId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What workers are doing, whichever node they live on: our own from memory, the others' as they wrote it down. */
@Component
class WorkerStatuses {
    private final WorkerBoard board;
    private final SendRates rates;
    private final StoredStatuses stored;

    WorkerStatuses(WorkerBoard board, SendRates rates, StoredStatuses stored) {
        this.board = board;
        this.rates = rates;
        this.stored = stored;
    }

    /**
     * A worker as it was last heard of.
     *
     * @param isElsewhere it lives on another node, so this one has not seen what it sent
     */
    record Seen(WorkerStatus status, long rate, boolean isElsewhere) {
        private Optional<String> obstacle() {
            return switch (status.state()) {
                case OFF -> Optional.of("worker_off");
                case BLOCKED -> Optional.of("blocked");
                case ON, CONNECTING -> Optional.empty();
            };
        }
    }

    /** Those that were heard of. */
    Mono<Map<AccountId, Seen>> of(Collection<AccountId> accounts) {
        Map<AccountId, Seen> seen = new HashMap<>();
        for (AccountId account : accounts) {
            board.of(account)
                    .ifPresent(status -> seen.put(account, new Seen(status, rates.lastMinute(account), false)));
        }
        List<AccountId> others =
                accounts.stream().filter(account -> !seen.containsKey(account)).toList();
        if (others.isEmpty()) {
            return Mono.just(seen);
        }
        return stored.read(others).map(found -> {
            found.forEach((account, posted) -> seen.put(account, seen(account, posted)));
            return seen;
        });
    }

    /** Ours may have fallen asleep: what it sent in the last minute we have seen. */
    private Seen seen(AccountId account, StoredStatuses.Posted posted) {
        return new Seen(posted.status(), posted.rate(), rates.lastMinute(account) == 0);
    }

    /** Why nothing of these accounts moves; empty when at least one of them may send. */
    static Optional<String> commonObstacle(Collection<AccountId> accounts, Map<AccountId, Seen> seen) {
        List<Optional<String>> obstacles = accounts.stream()
                .map(account -> Optional.ofNullable(seen.get(account)).flatMap(Seen::obstacle))
                .toList();
        boolean allStand = !obstacles.isEmpty() && obstacles.stream().allMatch(Optional::isPresent);
        return allStand ? obstacles.getFirst() : Optional.empty();
    }
}
