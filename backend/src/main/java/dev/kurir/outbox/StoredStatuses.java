package dev.kurir.outbox;

import dev.kurir.kernel.AccountId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** What workers say of themselves, where all nodes can read it. */
public interface StoredStatuses {
    /** @param rate accepted in the last minute */
    record Posted(WorkerStatus status, long rate) {}

    Mono<Void> write(List<Posted> posted);

    /** Of accounts whose owner lives. */
    Mono<Map<AccountId, Posted>> read(Collection<AccountId> accounts);
}
