package dev.kurir.outbox.worker;

import dev.kurir.outbox.DeliveryOutcome;
import dev.kurir.outbox.DeliveryOutcome.Accepted;
import dev.kurir.outbox.DeliveryOutcome.Deferred;
import dev.kurir.outbox.DeliveryOutcome.Rejected;
import dev.kurir.outbox.DeliveryOutcome.Uncertain;
import dev.kurir.outbox.MessageState;
import dev.kurir.outbox.ReplyReason;
import dev.kurir.outbox.ReplyReason.Scope;
import dev.kurir.outbox.RetrySchedule;
import dev.kurir.outbox.SmtpReply;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What an outcome means for the message. A reply that concerns the account is no verdict on the message: it goes back.
 * One that concerns the message itself is a failure of ours, no refusal of its recipient.
 *
 * @param direct of messages without a campaign
 */
record OutcomePolicy(RetrySchedule campaign, RetrySchedule direct, RandomGenerator random) {

    Ending decide(Picked message, DeliveryOutcome outcome, Instant startedAt, Instant now, Instant accountFreeAt) {
        return switch (outcome) {
            case Accepted(SmtpReply reply) ->
                ending(message, MessageState.ACCEPTED, reply, ReplyReason.NONE, startedAt, now, null);
            case Uncertain(SmtpReply reply) ->
                ending(message, MessageState.UNCERTAIN, reply, ReplyReason.CONNECTION, startedAt, now, null);
            case Deferred(SmtpReply reply, ReplyReason reason)
            when reason.scope() == Scope.ACCOUNT ->
                ending(message, MessageState.QUEUED, reply, reason, startedAt, now, accountFreeAt);
            case Rejected(SmtpReply reply, ReplyReason reason)
            when reason.scope() == Scope.ACCOUNT ->
                ending(message, MessageState.QUEUED, reply, reason, startedAt, now, accountFreeAt);
            case Rejected(SmtpReply reply, ReplyReason reason)
            when reason.scope() == Scope.MESSAGE ->
                ending(message, MessageState.FAILED, reply, reason, startedAt, now, null);
            case Rejected(SmtpReply reply, ReplyReason reason)
            when reason.isFinal() -> ending(message, MessageState.REJECTED, reply, reason, startedAt, now, null);
            case Rejected(SmtpReply reply, ReplyReason reason) -> later(message, reply, reason, startedAt, now);
            case Deferred(SmtpReply reply, ReplyReason reason) -> later(message, reply, reason, startedAt, now);
        };
    }

    private Ending later(Picked message, SmtpReply reply, ReplyReason reason, Instant startedAt, Instant now) {
        RetrySchedule retries = message.isDirect() ? direct : campaign;
        if (retries.isExhausted(message.first(), now)) {
            return ending(message, MessageState.EXPIRED, reply, reason, startedAt, now, null);
        }
        Instant next = now.plus(retries.waitAfter(message.deferrals(), random));
        return ending(message, MessageState.DEFERRED, reply, reason, startedAt, now, next);
    }

    private static Ending ending(
            Picked message,
            MessageState state,
            SmtpReply reply,
            ReplyReason reason,
            Instant startedAt,
            Instant now,
            @Nullable Instant next) {
        return Ending.proven(message.id(), message.attempt() + 1, state, reply, reason, startedAt, now, next);
    }
}
