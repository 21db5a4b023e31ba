package dev.kurir.outbox.worker;

import dev.kurir.account.SendingAccount;
import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.outbox.PaceStatus;
import dev.kurir.outbox.ReplyReason;
import dev.kurir.outbox.SmtpReply;
import dev.kurir.outbox.WorkerStatus;
import dev.kurir.outbox.WorkerStatus.State;
import dev.kurir.platform.feed.FeedEntry;
import dev.kurir.platform.feed.FeedEntry.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a worker tells people: its true state as it changes, a line when it is ready or rests, and its sends summed up.
 */
final class WorkerReport {
    private static final Duration SUM_UP = Duration.ofSeconds(30);

    private final WorkspaceId workspace;
    private final AccountId account;
    private final WorkerHost host;
    private final Clock clock;
    private long sent;
    private @Nullable Instant sentSince;

    WorkerReport(WorkspaceId workspace, AccountId account, WorkerHost host, Clock clock) {
        this.workspace = workspace;
        this.account = account;
        this.host = host;
        this.clock = clock;
    }

    /**
     * @param pause why the account rests, null when it does not
     * @param obstacle what the pace waits for, null when nothing does
     */
    record Snapshot(
            SendingAccount account,
            @Nullable AccountPause pause,
            boolean connected,
            @Nullable PaceWait obstacle,
            @Nullable Instant nextAt,
            PaceStatus pace,
            boolean idle) {}

    void ready() {
        log("worker_ready", Level.INFO, Map.of());
    }

    void rests(ReplyReason reason, SmtpReply reply, Instant until) {
        log(
                "worker_rests",
                Level.WARN,
                Map.of(
                        "reason",
                        reason.word(),
                        "code",
                        reply.code(),
                        "detail",
                        reply.text(),
                        "until",
                        until.toString()));
    }

    void slowed(LearnedRate rate) {
        log(
                "worker_slowed",
                Level.WARN,
                Map.of(
                        "reason",
                        rate.reason().word(),
                        "detail",
                        rate.detail(),
                        "perMinute",
                        Math.round(rate.perMinute() * 10) / 10.0));
    }

    void sent() {
        sent++;
        if (sentSince == null) {
            sentSince = clock.instant();
        }
    }

    void state(Snapshot now) {
        host.tell(status(now));
        sumUp(now.idle());
    }

    void gone() {
        sumUp(true);
    }

    private WorkerStatus status(Snapshot now) {
        SendingAccount settings = now.account();
        if (!settings.wanted() || !settings.usable()) {
            boolean blocked = settings.blockedReason() != null;
            return new WorkerStatus(
                    account,
                    blocked ? State.BLOCKED : State.OFF,
                    settings.blockedReason(),
                    settings.blockedDetail(),
                    null,
                    now.pace());
        }
        AccountPause pause = now.pause();
        if (pause != null && pause.reason() != null) {
            return new WorkerStatus(
                    account, State.BLOCKED, pause.reason().word(), pause.detail(), pause.until(), now.pace());
        }
        State state = now.connected() ? State.ON : State.CONNECTING;
        return new WorkerStatus(account, state, reason(now.obstacle()), null, now.nextAt(), now.pace());
    }

    /** The gap between two messages is no trouble. */
    private static @Nullable String reason(@Nullable PaceWait wait) {
        return wait == null || wait.reason() == PaceWait.Reason.GAP
                ? null
                : wait.reason().word();
    }

    private void sumUp(boolean idle) {
        Instant since = sentSince;
        if (since == null || (!idle && clock.instant().isBefore(since.plus(SUM_UP)))) {
            return;
        }
        log("messages_sent", Level.INFO, Map.of("count", sent));
        sent = 0;
        sentSince = null;
    }

    private void log(String type, Level level, Map<String, ?> payload) {
        host.log(FeedEntry.log(workspace, type, level, payload).about(account));
    }
}
