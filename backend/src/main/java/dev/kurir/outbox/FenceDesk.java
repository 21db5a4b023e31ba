package dev.kurir.outbox;

import dev.kurir.account.AccountSummary;
import dev.kurir.account.Accounts;
import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.outbox.FenceState.Held;
import dev.kurir.platform.feed.Feed;
import dev.kurir.platform.feed.FeedEntry;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** The restore and clone fence: a database that may be a copy sends nothing until a person has confirmed it. */
@Component
public class FenceDesk {
    private final StoredFence fence;
    private final Accounts accounts;
    private final Feed feed;
    private final OutboxSignals signals;
    private final TransactionalOperator transaction;

    FenceDesk(
            StoredFence fence, Accounts accounts, Feed feed, OutboxSignals signals, TransactionalOperator transaction) {
        this.fence = fence;
        this.accounts = accounts;
        this.feed = feed;
        this.signals = signals;
        this.transaction = transaction;
    }

    public Mono<FenceState> state(WorkspaceId workspace) {
        return fence.reason()
                .flatMap(reason -> accounts.active(workspace)
                        .zipWith(fence.released(workspace), FenceDesk::held)
                        .map(held -> new FenceState(reason, held)))
                .defaultIfEmpty(new FenceState(null, List.of()));
    }

    /** From now on this is the installation that sends. Confirming what is not held changes nothing. */
    public Mono<Void> confirm(WorkspaceId workspace, String actor) {
        return fence.lift()
                .filter(lifted -> lifted)
                .flatMap(_ -> feed.publish(
                        FeedEntry.log(workspace, "sending_confirmed", FeedEntry.Level.WARN, Map.of("by", actor))))
                .as(transaction::transactional)
                .then()
                .doOnSuccess(_ -> signals.changed());
    }

    private static List<Held> held(List<AccountSummary> active, Map<AccountId, Long> released) {
        return active.stream()
                .map(account -> new Held(account, released.getOrDefault(account.id(), 0L)))
                .filter(held -> held.messages() > 0)
                .toList();
    }
}
