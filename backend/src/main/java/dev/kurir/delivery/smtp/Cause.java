package dev.kurir.delivery.smtp;

import dev.kurir.outbox.ReplyReason;
import dev.kurir.outbox.SmtpPhase;
import dev.kurir.outbox.SmtpReply;

/** Why a connection came to its end: what the server said or why it said nothing, and what kind of trouble it is. */
record Cause(SmtpReply reply, ReplyReason kind) {
    /** The server said nothing. */
    static Cause silent(SmtpPhase phase, String why) {
        return new Cause(new SmtpReply(phase, 0, null, ReplyText.clean(why)), ReplyReason.CONNECTION);
    }

    /** We wanted it to end. */
    static Cause ours(String why) {
        return new Cause(new SmtpReply(SmtpPhase.NONE, 0, null, why), ReplyReason.NONE);
    }

    boolean isOurs() {
        return kind == ReplyReason.NONE;
    }
}
