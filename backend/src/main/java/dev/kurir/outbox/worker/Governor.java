package dev.kurir.outbox.worker;

import dev.kurir.account.SendingAccount;
import dev.kurir.kernel.AccountId;
import dev.kurir.outbox.DeliveryOutcome;
import dev.kurir.outbox.PaceStatus;
import dev.kurir.outbox.ReplyReason;
import dev.kurir.outbox.SmtpReply;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides when an account may start its next message: the pace that people set, and the rests that servers ask for.
 * Lives on the engine's thread.
 */
final class Governor {
    private final AccountId account;
    private final Pace pace;
    private final LongSupplier sentLastMinute;
    private final WorkerReport report;
    private final WorkerHost host;
    private final AccountPause pause = new AccountPause();
    private PaceMemory known = PaceMemory.NONE;
    private boolean quick;

    Governor(SendingAccount account, Pace pace, LongSupplier sentLastMinute, WorkerReport report, WorkerHost host) {
        this.account = account.id();
        this.pace = pace;
        this.sentLastMinute = sentLastMinute;
        this.report = report;
        this.host = host;
        configure(account);
    }

    void configure(SendingAccount now) {
        pace.limits(now.limits());
        quick = now.quickRetries();
    }

    /** What an earlier owner of the account has used and learned. */
    void recall(PaceMemory memory, List<Permits.Reserved> used) {
        used.forEach(each -> pace.quota().recall(each.minute(), each.count()));
        if (memory.ramp() != null) {
            pace.quota().recall(memory.ramp());
        }
        if (memory.rest() != null) {
            pause.recall(memory.rest());
        }
        if (memory.learned() != null) {
            pace.slow(memory.learned());
        }
        known = memory;
    }

    /** Takes the right to start one message now. */
    boolean take(Instant now, Share share) {
        boolean taken = pace.take(now, share);
        if (taken && !Objects.equals(pace.quota().rampDay(), known.ramp())) {
            remember();
        }
        return taken;
    }

    /** Makes sure that there are permits to take, where the account needs any. */
    void reserve(Instant now, Share share, Runnable then) {
        Quota.Reservation wanted = pace.quota().wants(now, share);
        if (wanted == null) {
            return;
        }
        pace.quota().reserving();
        host.reserve(
                account,
                wanted,
                () -> {
                    pace.quota().reserved(wanted);
                    then.run();
                },
                pace.quota()::reserveFailed);
    }

    /** Whether no permits are held; those that are go back. */
    boolean hasNoPermits() {
        Quota quota = pace.quota();
        Quota.Reservation unused = quota.unused();
        if (unused.count() > 0) {
            quota.reserving();
            host.giveBack(account, unused, quota::returned);
        }
        return quota.isSettled();
    }

    /** A message arrives whose right to start was taken then. */
    void arrived(Instant taken, Instant now) {
        pace.quota().arrived(taken, now);
    }

    /** @return whether going on is useless */
    boolean learn(DeliveryOutcome outcome, Instant now) {
        return switch (outcome) {
            case DeliveryOutcome.Accepted _ -> {
                endRest();
                yield false;
            }
            case DeliveryOutcome.Deferred(SmtpReply reply, ReplyReason reason)
            when reason.scope() == ReplyReason.Scope.ACCOUNT -> rest(reason, reply, now);
            case DeliveryOutcome.Rejected(SmtpReply reply, ReplyReason reason)
            when reason.scope() == ReplyReason.Scope.ACCOUNT -> rest(reason, reply, now);
            default -> false;
        };
    }

    /** @return whether going on is useless */
    boolean rest(ReplyReason kind, SmtpReply reply, Instant now) {
        if (pause.covers(kind, now, quick)) {
            return false;
        }
        pause.begin(kind, reply.text(), now, quick);
        report.rests(kind, reply, pause.until());
        if (kind == ReplyReason.THROTTLED || kind == ReplyReason.AUTH_BUSY) {
            slowDown(kind, reply, now);
        }
        remember();
        if (pause.isHopeless()) {
            host.suspend(account, kind.word(), reply.text());
        }
        return pause.isHopeless();
    }

    /** A person threw the switch, or changed how we connect. */
    void startAfresh() {
        endRest();
    }

    boolean isResting(Instant now) {
        return pause.isOn(now);
    }

    /** Why the account rests; null when it does not. */
    @Nullable AccountPause rest(Instant now) {
        return pause.isOn(now) ? pause : null;
    }

    /** Until when a message that is given back for the account's sake waits. */
    Instant freeAt() {
        return pause.until();
    }

    /** What the pace waits for; null: nothing. */
    @Nullable PaceWait obstacle(Instant now, Share share) {
        return pace.obstacle(now, share);
    }

    /** How many of those that are ready may go now. */
    int ready(Backlog backlog, Instant now) {
        if (pace.obstacle(now, Share.CAMPAIGNS) == null) {
            return backlog.ahead();
        }
        return pace.obstacle(now, Share.WHOLE) == null ? backlog.pressing() : 0;
    }

    PaceStatus status(Instant now) {
        return pace.status(now);
    }

    /** Some servers end every connection with 421 after so many messages; but this one says why. */
    static boolean isTooFast(SmtpReply reason, ReplyReason kind) {
        return kind == ReplyReason.THROTTLED
                && reason.enhanced() != null
                && reason.enhanced().startsWith("4.7.");
    }

    private void slowDown(ReplyReason kind, SmtpReply reply, Instant now) {
        Double ceiling = pace.ceiling(now);
        double seen = ceiling == null ? sentLastMinute.getAsLong() : ceiling;
        LearnedRate slower = LearnedRate.halved(pace.learned(), seen, kind, reply.text(), now);
        pace.slow(slower);
        report.slowed(slower);
    }

    private void endRest() {
        pause.end();
        if (known.rest() != null) {
            remember();
        }
    }

    private void remember() {
        PaceMemory now = new PaceMemory(pace.quota().rampDay(), pause.memory(), pace.learned());
        if (!now.equals(known)) {
            known = now;
            host.remember(account, now);
        }
    }
}
