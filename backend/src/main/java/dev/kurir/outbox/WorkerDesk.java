package dev.kurir.outbox;

import dev.kurir.account.AccountSummary;
import dev.kurir.account.Accounts;
import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.WorkspaceId;
import java.util.List;
import java.util.Map;
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
    private final WorkerBoard board;
    private final SendRates rates;

    WorkerDesk(Accounts accounts, Queues queues, Gate gate, OutboxSignals signals, WorkerBoard board, SendRates rates) {
        this.accounts = accounts;
        this.queues = queues;
        this.gate = gate;
        this.signals = signals;
        this.board = board;
        this.rates = rates;
    }

    /** The workers of the active accounts. */
    public Mono<List<WorkerView>> all(WorkspaceId workspace) {
        return accounts.active(workspace).zipWith(queues.loads(workspace), this::views);
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

    private List<WorkerView> views(List<AccountSummary> active, Map<AccountId, AccountLoad> loads) {
        return active.stream()
                .map(account -> view(account, loads.getOrDefault(account.id(), new AccountLoad(0, 0))))
                .toList();
    }

    private WorkerView view(AccountSummary account, AccountLoad load) {
        WorkerStatus seen = board.of(account.id()).orElseGet(() -> unseen(account));
        return new WorkerView(
                account, WorkerView.state(account, seen, load), seen, load, rates.lastMinute(account.id()));
    }

    /** No worker has looked at it yet. */
    private static WorkerStatus unseen(AccountSummary account) {
        WorkerStatus.State state = account.wanted() ? WorkerStatus.State.CONNECTING : WorkerStatus.State.OFF;
        return new WorkerStatus(
                account.id(), state, account.blockedReason(), account.blockedDetail(), null, PaceStatus.FREE);
    }
}
