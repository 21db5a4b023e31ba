package dev.kurir.outbox.worker;

import dev.kurir.account.Accounts;
import dev.kurir.account.SendingAccount;
import dev.kurir.outbox.Gate;
import dev.kurir.outbox.MailTransport;
import dev.kurir.outbox.RetrySchedule;
import dev.kurir.outbox.SendRates;
import dev.kurir.outbox.WorkerBoard;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** What the engine is made of. */
record EngineParts(
        EngineLoop loop,
        Flusher flusher,
        EngineReads reads,
        Permits permits,
        Gate gate,
        Accounts accounts,
        MailTransport transport,
        SendRates rates,
        WorkerBoard board,
        EngineNews news,
        Clock clock,
        RandomGenerator random) {

    AccountWorker worker(SendingAccount account, long fence, WorkerHost host) {
        // the backlog and the desk call the worker back; it exists by the time they do
        AccountWorker[] self = new AccountWorker[1];
        Runnable changed = () -> self[0].pump();
        Backlog backlog = new Backlog(account.id(), fence, reads, loop, changed);
        WorkerReport report = new WorkerReport(account.workspaceId(), account.id(), host, clock);
        RetrySchedule schedule = account.quickRetries() ? RetrySchedule.QUICK : RetrySchedule.STANDARD;
        OutcomeDesk desk = new OutcomeDesk(
                account.id(), flusher, backlog, new OutcomePolicy(schedule, random), rates, report, clock, changed);
        GateTalk gate = new GateTalk(account.id(), fence, flusher, backlog, desk, host, clock);
        self[0] = new AccountWorker(
                account, loop, transport, flusher, backlog, gate, new Pace(random), desk, report, host, clock);
        return self[0];
    }
}
