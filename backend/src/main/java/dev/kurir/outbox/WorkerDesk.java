package dev.kurir.outbox;

import dev.kurir.account.AccountSummary;
import dev.kurir.account.Accounts;
import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.outbox.WorkerStatuses.Seen;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The worker switches, and what the workers are doing. */
@Component
public class WorkerDesk {
    private final Accounts accounts;
    private final Queues queues;
    private final Gate gate;
    private final OutboxSignals signals;
    private final WorkerStatuses statuses;

    WorkerDesk(Accounts accounts, Queues queues, Gate gate, OutboxSignals signals, WorkerStatuses statuses) {
        this.accounts = accounts;
        this.queues = queues;
        this.gate = gate;
        this.signals = signals;
        this.statuses = statuses;
    }

    /** The workers of the active accounts. */
    public Mono<List<WorkerView>> all(WorkspaceId workspace) {
        return some(workspace, _ -> true);
    }

    /** The workers of those active accounts that are asked for. */
    public Mono<List<WorkerView>> some(WorkspaceId workspace, Predicate<AccountId> wanted) {
        return Mono.zip(accounts.active(workspace), queues.loads(workspace))
                .flatMap(both -> views(
                        both.getT1().stream()
                                .filter(account -> wanted.test(account.id()))
                                .toList(),
                        both.getT2()));
    }

    /** OFF is answered behind the gate: after it only what is counted in flight can leave. */
    public Mono<Stopped> want(WorkspaceId workspace, AccountId account, boolean on, String actor) {
        return accounts.want(workspace, account, on, actor)
                .doOnSuccess(_ -> signals.changed())
                .then(on ? Mono.just(true) : Mono.defer(gate::pass))
                .flatMap(passed -> queues.inFlightOf(account).map(count -> new Stopped(passed, count)));
    }

    /** All active accounts at once, behind one barrier. */
    public Mono<Stopped> wantAll(WorkspaceId workspace, boolean on, String actor) {
        return accounts.active(workspace)
                .flatMapMany(Flux::fromIterable)
                .concatMap(account -> accounts.want(workspace, account.id(), on, actor))
                .doOnComplete(signals::changed)
                .then(on ? Mono.just(true) : Mono.defer(gate::pass))
                .flatMap(passed ->
                        queues.total(workspace, null, null).map(counts -> new Stopped(passed, counts.sending())));
    }

    private Mono<List<WorkerView>> views(List<AccountSummary> active, Map<AccountId, AccountLoad> loads) {
        return statuses.of(active.stream().map(AccountSummary::id).toList()).map(seen -> views(active, loads, seen));
    }

    private static List<WorkerView> views(
            List<AccountSummary> active, Map<AccountId, AccountLoad> loads, Map<AccountId, Seen> seen) {
        return active.stream()
                .map(account -> view(
                        account,
                        loads.getOrDefault(account.id(), new AccountLoad(0, 0)),
                        seen.getOrDefault(account.id(), unseen(account))))
                .toList();
    }

    private static WorkerView view(AccountSummary account, AccountLoad load, Seen seen) {
        return WorkerView.of(account, load, seen.status(), seen.rate());
    }

    /** No worker has looked at it yet. */
    private static Seen unseen(AccountSummary account) {
        WorkerStatus.State state = account.wanted() ? WorkerStatus.State.CONNECTING : WorkerStatus.State.OFF;
        WorkerStatus status = new WorkerStatus(
                account.id(), state, account.blockedReason(), account.blockedDetail(), null, PaceStatus.FREE);
        return new Seen(status, 0, false);
    }
}
