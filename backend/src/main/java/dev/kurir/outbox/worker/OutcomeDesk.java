package dev.kurir.outbox.worker;

import dev.kurir.kernel.AccountId;
import dev.kurir.outbox.DeliveryOutcome;
import dev.kurir.outbox.MessageState;
import dev.kurir.outbox.ReplyReason;
import dev.kurir.outbox.SendRates;
import dev.kurir.outbox.SmtpPhase;
import dev.kurir.outbox.SmtpReply;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;

/** Brings every end of an attempt into the journal and the flush, and tells the backlog when it is written. */
final class OutcomeDesk {
    private static final SmtpReply NOTHING_LEFT = new SmtpReply(SmtpPhase.NONE, 0, null, "Nothing of it was sent.");
    private static final SmtpReply NOT_BUILT =
            new SmtpReply(SmtpPhase.NONE, 0, null, "The content could not be built.");

    private final AccountId account;
    private final Flusher flusher;
    private final Backlog backlog;
    private final OutcomePolicy policy;
    private final SendRates rates;
    private final WorkerReport report;
    private final Clock clock;
    private final Runnable changed;

    OutcomeDesk(
            AccountId account,
            Flusher flusher,
            Backlog backlog,
            OutcomePolicy policy,
            SendRates rates,
            WorkerReport report,
            Clock clock,
            Runnable changed) {
        this.account = account;
        this.flusher = flusher;
        this.backlog = backlog;
        this.policy = policy;
        this.rates = rates;
        this.report = report;
        this.clock = clock;
        this.changed = changed;
    }

    /** @param granted whether there was an intent; if not, intent and outcome are written together */
    void end(
            Picked message,
            DeliveryOutcome outcome,
            Instant since,
            Instant now,
            Instant accountFreeAt,
            boolean granted,
            long fence) {
        Ending ending = policy.decide(message, outcome, since, now, accountFreeAt);
        if (!granted && ending.state() == MessageState.QUEUED) {
            backlog.release(message);
            return;
        }
        if (granted) {
            flusher.ending(ending, null, () -> written(message, ending));
        } else {
            endWithIntent(message, ending, fence);
        }
    }

    /** Nothing of it left, and it is `sending` in the database. */
    void giveBack(Picked message, Instant now) {
        giveBack(message, nothingLeft(message, now));
    }

    /** Nothing of it left, and it may be `sending` in the database. */
    void giveBackIfTaken(Picked message, Instant now, long fence) {
        giveBack(message, nothingLeft(message, now).unproven(fence));
    }

    private void giveBack(Picked message, Ending ending) {
        flusher.ending(ending, null, () -> {
            backlog.release(message);
            changed.run();
        });
    }

    private static Ending nothingLeft(Picked message, Instant now) {
        return Ending.proven(
                message.id(),
                message.attempt() + 1,
                MessageState.QUEUED,
                NOTHING_LEFT,
                ReplyReason.NONE,
                null,
                now,
                now);
    }

    /** A suppressed message is judged by the gate alone; one that cannot be built has failed, if the gate lets it. */
    void settleUnsendable(Picked message, long fence, BiConsumer<Picked, Verdict> refused) {
        if (message.draft() != null) {
            flusher.intent(new Intent(message, fence, System.nanoTime(), verdict -> refused.accept(message, verdict)));
            return;
        }
        Ending ending = Ending.proven(
                message.id(),
                message.attempt() + 1,
                MessageState.FAILED,
                NOT_BUILT,
                ReplyReason.CONTENT,
                null,
                clock.instant(),
                null);
        endWithIntent(message, ending, fence);
    }

    private void endWithIntent(Picked message, Ending ending, long fence) {
        AtomicReference<Verdict> verdict = new AtomicReference<>(Verdict.UNKNOWN);
        Intent own = new Intent(message, fence, System.nanoTime(), verdict::set);
        flusher.ending(ending.unproven(fence), own, () -> {
            if (verdict.get() == Verdict.GRANTED) {
                written(message, ending);
            } else {
                // the gate said no, so the outcome found nothing to change
                backlog.release(message);
                changed.run();
            }
        });
    }

    private void written(Picked message, Ending ending) {
        backlog.finished(message);
        if (ending.state() == MessageState.ACCEPTED) {
            rates.accepted(account, message.inputs().campaignId());
            report.sent();
        }
        changed.run();
    }
}
