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
 * @param fence null where the intent is known to be committed, so that the attempt is ours alone; else the fence that
 *     it was asked with: the ending counts only while that holds, and it is never journalled, because a later attempt
 *     of ours may bear the same number
 * @param state QUEUED gives the message back: nothing of it left and the attempt does not count
 * @param nextAt when it may be tried again (QUEUED, DEFERRED)
 */
record Ending(
        long message,
        int attempt,
        @Nullable Long fence,
        MessageState state,
        SmtpReply reply,
        ReplyReason reason,
        @Nullable Instant startedAt,
        Instant endedAt,
        @Nullable Instant nextAt) {

    static Ending proven(
            long message,
            int attempt,
            MessageState state,
            SmtpReply reply,
            ReplyReason reason,
            @Nullable Instant startedAt,
            Instant endedAt,
            @Nullable Instant nextAt) {
        return new Ending(message, attempt, null, state, reply, reason, startedAt, endedAt, nextAt);
    }

    /** Whether its intent is known to be committed. */
    boolean isProven() {
        return fence == null;
    }

    /** The same, about an intent that may not have been committed. */
    Ending unproven(long asked) {
        return new Ending(message, attempt, asked, state, reply, reason, startedAt, endedAt, nextAt);
    }

    /** The same with nothing that a server wrote: for when the database cannot take its words. */
    Ending withoutWords() {
        return new Ending(
                message,
                attempt,
                fence,
                state,
                new SmtpReply(reply.phase(), reply.code(), null, ""),
                reason,
                startedAt,
                endedAt,
                nextAt);
    }
}
