package dev.kurir.outbox.worker;

import dev.kurir.account.Accounts;
import dev.kurir.account.SendingAccount;
import dev.kurir.kernel.AccountId;
import dev.kurir.outbox.Gate;
import dev.kurir.outbox.MailTransport;
import dev.kurir.outbox.RetrySchedule;
import dev.kurir.outbox.SendRates;
import dev.kurir.outbox.WorkerBoard;
import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;
import reactor.core.publisher.Mono;

/** What the engine is made of. */
record EngineParts(
        EngineLoop loop,
        Flusher flusher,
        EngineReads reads,
        Permits permits,
        PaceMemories memories,
        Gate gate,
        Accounts accounts,
        MailTransport transport,
        SendRates rates,
        WorkerBoard board,
        EngineNews news,
        ConnectionBudget connections,
        Clock clock,
        RandomGenerator random) {

    /** What an earlier owner of an account left behind. */
    record Left(List<Ending> underWay, List<Permits.Reserved> used, PaceMemory memory) {}

    Mono<Left> left(AccountId account) {
        return reads.underWay(account).flatMap(underWay -> left(account, underWay));
    }

    /** Where nothing can be under way. */
    Mono<Left> known(AccountId account) {
        return left(account, List.of());
    }

    private Mono<Left> left(AccountId account, List<Ending> underWay) {
        return permits.recent(account)
                .zipWith(memories.of(account), (used, memory) -> new Left(underWay, used, memory));
    }

    AccountWorker worker(SendingAccount account, long fence, WorkerHost host) {
        // the backlog and the desk call the worker back; it exists by the time they do
        AccountWorker[] self = new AccountWorker[1];
        Runnable changed = () -> self[0].pump();
        Backlog backlog = new Backlog(account.id(), fence, reads, loop, changed);
        WorkerReport report = new WorkerReport(account.workspaceId(), account.id(), host, clock);
        OutcomePolicy policy = account.quickRetries()
                ? new OutcomePolicy(RetrySchedule.QUICK, RetrySchedule.QUICK, random)
                : new OutcomePolicy(RetrySchedule.CAMPAIGN, RetrySchedule.DIRECT, random);
        OutcomeDesk desk = new OutcomeDesk(account.id(), flusher, backlog, policy, rates, report, clock, changed);
        GateTalk gate = new GateTalk(account.id(), fence, flusher, backlog, desk, host, clock);
        Governor governor = new Governor(account, new Pace(random), () -> rates.lastMinute(account.id()), report, host);
        self[0] = new AccountWorker(
                account,
                loop,
                transport,
                flusher,
                backlog,
                gate,
                governor,
                desk,
                report,
                host,
                new Lanes(connections, changed),
                clock);
        return self[0];
    }
}
