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
    private final Governor governor;
    private final OutcomeDesk desk;
    private final WorkerReport report;
    private final Lanes lanes;
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
            Governor governor,
            OutcomeDesk desk,
            WorkerReport report,
            WorkerHost host,
            Lanes lanes,
            Clock clock) {
        this.account = account;
        this.loop = loop;
        this.transport = transport;
        this.flusher = flusher;
        this.backlog = backlog;
        this.gate = gate;
        this.governor = governor;
        this.desk = desk;
        this.report = report;
        this.host = host;
        this.lanes = lanes;
        this.clock = clock;
    }

    /** The account as it is now; a person may have thrown its switch or changed its settings. */
    void configure(SendingAccount now) {
        boolean reconnect = !now.smtp().equals(account.smtp())
                || !now.username().equals(account.username())
                || !java.util.Objects.equals(now.password(), account.password());
        boolean switchedOn = now.wanted() && now.usable() && !(account.wanted() && account.usable());
        account = now;
        gate.askAgain();
        governor.configure(now);
        if (reconnect) {
            lanes.close();
        }
        if (switchedOn || reconnect) {
            governor.startAfresh();
            loggedIn = false;
        }
    }

    void pump() {
        if (retired) {
            return;
        }
        Instant now = clock.instant();
        if (mayStart(now)) {
            if (!backlog.isEmpty()) {
                governor.reserve(now, backlog.share(), this::pump);
            }
            backlog.readAhead(now);
            gate.settleUnsendable();
            fillLanes(now);
            openLanes(now);
        } else if (!account.wanted() || !account.usable() || gate.hasSaidNo()) {
            backlog.forget();
            lanes.closeUnused();
        }
        sleep(now);
        report.state(status(now));
    }

    void ready(Lane lane) {
        lanes.ready(lane);
        if (!loggedIn) {
            loggedIn = true;
            report.ready();
        }
        pump();
    }

    void awaitsIntent(Lane lane, OutgoingMessage message) {
        Picked picked = lane.atGate(message);
        if (picked == null) {
            return;
        }
        if (governor.isResting(clock.instant())) {
            // its envelope was on its way when the server asked for the rest
            lane.refuse(picked);
            backlog.release(picked);
            pump();
        } else {
            gate.ask(picked, granted -> decided(lane, picked, granted));
        }
    }

    void ended(Lane lane, OutgoingMessage message, DeliveryOutcome outcome, boolean contentSent) {
        Instant now = clock.instant();
        Instant since = lane.since(contentSent, now);
        boolean granted = lane.isInContent(message);
        Picked picked = lane.end(message, outcome);
        if (contentSent) {
            governor.arrived(since, now);
        }
        if (picked != null && governor.learn(outcome, now)) {
            gate.stopAsking();
        }
        if (picked != null && !gate.isAsked(picked)) {
            desk.end(picked, outcome, since, now, governor.freeAt(), granted, gate.fence());
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
        boolean concernsAll = lane.isConnecting() || lane.isUseless() || Governor.isTooFast(reason, kind);
        if (kind != ReplyReason.NONE && concernsAll && governor.rest(kind, reason, now)) {
            gate.stopAsking();
        }
        pump();
    }

    /** Nothing is under way or waits, no connection is open, no rest or gap must be remembered. */
    boolean isAtRest() {
        Instant now = clock.instant();
        boolean hasShownItself = loggedIn || !account.wanted() || !account.usable();
        return hasShownItself
                && lanes.isEmpty()
                && backlog.isEmpty()
                && !governor.isResting(now)
                && governor.obstacle(now, Share.WHOLE) == null;
    }

    /** Nothing of this account may be started any more; what is in content may still end. */
    void retire() {
        retired = true;
        gate.end();
        lanes.close();
        cancelWake();
        report.gone();
    }

    /** The lease is over: whatever is under way must not go on. */
    void abort() {
        lanes.abort();
    }

    long fence() {
        return gate.fence();
    }

    Backlog backlog() {
        return backlog;
    }

    Governor governor() {
        return governor;
    }

    /** @return whether the message goes */
    private boolean decided(Lane lane, Picked message, boolean granted) {
        boolean waits = lane.atGate(message.outgoing()) != null;
        Instant now = clock.instant();
        boolean goes = granted && waits && lanes.has(lane) && !governor.isResting(now);
        if (goes) {
            lane.grant(message, mayStart(now) && lanes.mayGoOn(now) ? takePaced(now) : null, now);
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
                && !governor.isResting(now)
                && !flusher.isCongested();
    }

    private void fillLanes(Instant now) {
        lanes.yieldOne(backlog.hasNext(), now);
        for (Lane lane : lanes.idle()) {
            Picked next = takePaced(now);
            if (next != null) {
                lane.offer(next, now);
            }
        }
    }

    private @Nullable Picked takePaced(Instant now) {
        gate.settleUnsendable();
        Share share = backlog.share();
        if (!backlog.hasNext() || !governor.take(now, share)) {
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
        int most = account.limits().connections();
        int wanted = Math.min(governor.ready(backlog, now), most);
        boolean firstLogin = !loggedIn && lanes.isEmpty();
        lanes.open(
                account.smtp().host(),
                firstLogin ? Math.max(1, wanted) : wanted,
                most,
                now,
                lane -> lane.connect(transport.open(account, Lane.listener(loop, lane, this))));
    }

    private WorkerReport.Snapshot status(Instant now) {
        boolean up = lanes.isAnyReady() || loggedIn;
        return new WorkerReport.Snapshot(
                account,
                governor.rest(now),
                up,
                backlog.hasNext() ? governor.obstacle(now, backlog.share()) : null,
                nextAt(now),
                governor.status(now),
                backlog.isEmpty());
    }

    private @Nullable Instant nextAt(Instant now) {
        if (governor.isResting(now)) {
            return governor.freeAt();
        }
        PaceWait wait = backlog.hasNext() ? governor.obstacle(now, backlog.share()) : null;
        if (wait != null) {
            return wait.until();
        }
        return backlog.hasNext() ? null : backlog.nextDue();
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
