package dev.kurir.outbox;

/** What became of one delivery attempt, as far as the receiving server told us. */
public sealed interface DeliveryOutcome {
    SmtpReply reply();

    /** The server took responsibility for the message: a 2xx to the final dot was read. */
    record Accepted(SmtpReply reply) implements DeliveryOutcome {}

    /** Not now: a 4xx reply, or the connection broke while nothing could have arrived. */
    record Deferred(SmtpReply reply, ReplyReason reason) implements DeliveryOutcome {}

    /** A 5xx reply. A reason that concerns the account is no verdict on the message: it goes back to the queue. */
    record Rejected(SmtpReply reply, ReplyReason reason) implements DeliveryOutcome {}

    /** Content was on its way and no final reply was read: nobody can know. */
    record Uncertain(SmtpReply reply) implements DeliveryOutcome {}
}
