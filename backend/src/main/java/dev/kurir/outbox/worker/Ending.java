package dev.kurir.outbox.worker;

import dev.kurir.outbox.MessageState;
import dev.kurir.outbox.ReplyReason;
import dev.kurir.outbox.SmtpReply;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The end of one attempt, as it is journalled and written.
 *
 * @param attempt the number that the intent gave it
 * @param state QUEUED gives the message back: nothing of it left and the attempt does not count
 * @param nextAt when it may be tried again (QUEUED, DEFERRED)
 */
record Ending(
        long message,
        int attempt,
        MessageState state,
        SmtpReply reply,
        ReplyReason reason,
        @Nullable Instant startedAt,
        Instant endedAt,
        @Nullable Instant nextAt) {

    /** The same with nothing that a server wrote: for when the database cannot take its words. */
    Ending withoutWords() {
        return new Ending(
                message,
                attempt,
                state,
                new SmtpReply(reply.phase(), reply.code(), null, ""),
                reason,
                startedAt,
                endedAt,
                nextAt);
    }
}
