package dev.kurir.outbox.worker;

import dev.kurir.account.SendingAccount;
import dev.kurir.outbox.DeliveryOutcome;
import dev.kurir.outbox.MailTransport;
import dev.kurir.outbox.OutgoingMessage;
import dev.kurir.outbox.ReplyReason;
import dev.kurir.outbox.SmtpReply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends for one account that this node owns: takes messages from the backlog as the pace allows, walks each through
 * envelope, gate and content on one of its lanes, and hands every end to the flush. Lives on the engine's thread.
 */
final class AccountWorker {
    private final EngineLoop loop;
    private final MailTransport transport;
    private final Flusher flusher;
    private final Backlog backlog;
    private final GateTalk gate;
    private final WorkerHost host;
    private final Clock clock;
    private final Pace pace;
    private final OutcomeDesk desk;
    private final WorkerReport report;
    private final AccountPause pause = new AccountPause();
    private final List<Lane> lanes = new ArrayList<>();
    private SendingAccount account;
    private boolean retired;
    private boolean loggedIn;
    private EngineLoop.@Nullable Alarm wake;

    AccountWorker(
            SendingAccount account,
            EngineLoop loop,
            MailTransport transport,
            Flusher flusher,
            Backlog backlog,
            GateTalk gate,
            Pace pace,
            OutcomeDesk desk,
            WorkerReport report,
            WorkerHost host,
            Clock clock) {
        this.account = account;
        this.loop = loop;
        this.transport = transport;
        this.flusher = flusher;
        this.backlog = backlog;
        this.gate = gate;
        this.pace = pace;
        this.desk = desk;
        this.report = report;
        this.host = host;
        this.clock = clock;
        pace.limits(account.limits());
    }

    /** The account as it is now; a person may have thrown its switch or changed its settings. */
    void configure(SendingAccount now) {
        boolean reconnect = !now.smtp().equals(account.smtp())
                || !now.username().equals(account.username())
                || !java.util.Objects.equals(now.password(), account.password());
        boolean switchedOn = now.wanted() && now.usable() && !(account.wanted() && account.usable());
        account = now;
        gate.askAgain();
        pace.limits(now.limits());
        if (reconnect) {
            lanes.forEach(Lane::close);
        }
        if (switchedOn || reconnect) {
            pause.end();
            loggedIn = false;
        }
    }

    void pump() {
        if (retired) {
            return;
        }
        Instant now = clock.instant();
        if (mayStart(now)) {
            reservePermits(now);
            backlog.readAhead(now);
            gate.settleUnsendable();
            fillLanes(now);
            openLanes(now);
        } else if (!account.wanted() || !account.usable() || gate.hasSaidNo()) {
            backlog.forget();
            lanes.stream()
                    .filter(lane -> lane.isIdle() || lane.isConnecting())
                    .toList()
                    .forEach(Lane::close);
        }
        sleep(now);
        report.state(status(now));
    }

    void ready(Lane lane) {
        lane.markReady();
        if (!loggedIn) {
            loggedIn = true;
            report.ready();
        }
        pump();
    }

    void awaitsIntent(Lane lane, OutgoingMessage message) {
        Picked picked = lane.atGate(message);
        if (picked != null) {
            gate.ask(picked, granted -> decided(lane, picked, granted));
        }
    }

    void ended(Lane lane, OutgoingMessage message, DeliveryOutcome outcome, boolean contentSent) {
        Instant now = clock.instant();
        Instant since = lane.since(contentSent, now);
        boolean granted = lane.isInContent(message);
        Picked picked = lane.end(message);
        if (picked != null) {
            learn(outcome, now);
        }
        if (picked != null && !gate.isAsked(picked)) {
            desk.end(picked, outcome, since, now, pause.until(), granted, gate.fence());
        }
        pump();
    }

    void closed(Lane lane, SmtpReply reason, ReplyReason kind) {
        lanes.remove(lane);
        Instant now = clock.instant();
        Picked content = lane.content();
        if (content != null) {
            // the transport owes us its end; without one nobody can know
            desk.end(content, new DeliveryOutcome.Uncertain(reason), now, now, now, true, gate.fence());
        }
        Picked envelope = lane.envelope();
        if (envelope != null && !gate.isAsked(envelope)) {
            backlog.release(envelope);
        }
        if (kind != ReplyReason.NONE && (lane.isConnecting() || lane.isUseless())) {
            rest(kind, reason, now);
        }
        pump();
    }

    /** Nothing of this account may be started any more; what is in content may still end. */
    void retire() {
        retired = true;
        gate.end();
        lanes.forEach(Lane::close);
        cancelWake();
        report.gone();
    }

    /** The lease is over: whatever is under way must not go on. */
    void abort() {
        List.copyOf(lanes).forEach(Lane::abort);
    }

    long fence() {
        return gate.fence();
    }

    Backlog backlog() {
        return backlog;
    }

    Pace pace() {
        return pace;
    }

    /** @return whether the message goes */
    private boolean decided(Lane lane, Picked message, boolean granted) {
        boolean waits = lane.atGate(message.outgoing()) != null;
        boolean goes = granted && waits && lanes.contains(lane);
        if (goes) {
            Instant now = clock.instant();
            lane.grant(message, mayStart(now) ? takePaced(now) : null, now);
        } else if (waits) {
            lane.refuse(message);
        }
        // behind the refusal, which may bring something back
        loop.execute(this::pump);
        return goes;
    }

    private boolean mayStart(Instant now) {
        return account.wanted()
                && account.usable()
                && !gate.hasSaidNo()
                && host.mayWork()
                && !pause.isOn(now)
                && !flusher.isCongested();
    }

    private void fillLanes(Instant now) {
        for (Lane lane : lanes) {
            Picked next = lane.isIdle() ? takePaced(now) : null;
            if (next != null) {
                lane.offer(next, now);
            }
        }
    }

    private @Nullable Picked takePaced(Instant now) {
        gate.settleUnsendable();
        if (!backlog.hasNext() || !pace.take(now)) {
            return null;
        }
        Picked next = backlog.take();
        if (next != null && next.isUnsendable()) {
            gate.settle(next);
            return takePaced(now);
        }
        return next;
    }

    private void openLanes(Instant now) {
        boolean firstLogin = !loggedIn && lanes.isEmpty();
        long connecting = lanes.stream().filter(Lane::isConnecting).count();
        int wanted = pace.nextAt(now) == null
                ? Math.min(backlog.ahead(), account.limits().connections())
                : 0;
        while ((wanted > connecting && lanes.size() < account.limits().connections()) || firstLogin) {
            firstLogin = false;
            connecting++;
            Lane lane = new Lane();
            lanes.add(lane);
            lane.connect(transport.open(account, Lane.listener(loop, lane, this)));
        }
    }

    private void reservePermits(Instant now) {
        int block = backlog.isEmpty() ? 0 : pace.wantsBlock(now);
        if (block > 0) {
            pace.startReserving();
            host.reserve(account.id(), block, () -> reserved(block), pace::reserveFailed);
        }
    }

    private void reserved(int block) {
        pace.reserved(block, clock.instant());
        pump();
    }

    private void learn(DeliveryOutcome outcome, Instant now) {
        switch (outcome) {
            case DeliveryOutcome.Accepted _ -> pause.end();
            case DeliveryOutcome.Deferred(SmtpReply reply, ReplyReason reason)
            when reason.scope() == ReplyReason.Scope.ACCOUNT -> rest(reason, reply, now);
            case DeliveryOutcome.Rejected(SmtpReply reply, ReplyReason reason)
            when reason.scope() == ReplyReason.Scope.ACCOUNT -> rest(reason, reply, now);
            default -> {}
        }
    }

    private void rest(ReplyReason kind, SmtpReply reply, Instant now) {
        pause.begin(kind, reply.text(), now, account.quickRetries());
        report.rests(kind, reply, pause.until());
        if (pause.isHopeless()) {
            gate.stopAsking();
            host.block(account.id(), kind.word(), reply.text());
        }
    }

    private WorkerReport.Snapshot status(Instant now) {
        boolean up = lanes.stream().anyMatch(Lane::isReady) || loggedIn;
        return new WorkerReport.Snapshot(
                account, pause.isOn(now) ? pause : null, up, nextAt(now), pace.isFull(now), backlog.isEmpty());
    }

    private @Nullable Instant nextAt(Instant now) {
        if (pause.isOn(now)) {
            return pause.until();
        }
        return backlog.hasNext() ? pace.nextAt(now) : backlog.nextDue();
    }

    private void sleep(Instant now) {
        cancelWake();
        Instant at = nextAt(now);
        if (at != null && at.isAfter(now)) {
            wake = loop.after(Duration.between(now, at), this::pump);
        }
    }

    private void cancelWake() {
        if (wake != null) {
            wake.cancel();
            wake = null;
        }
    }
}
