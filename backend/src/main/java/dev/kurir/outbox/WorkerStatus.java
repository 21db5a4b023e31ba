package dev.kurir.outbox;

import dev.kurir.kernel.AccountId;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an account's worker is doing right now, as the program that owns the account sees it.
 *
 * @param reason code of why it waits: auth_failed, throttled, quota, connection, limit_day, window, database …
 * @param detail the server's own words
 * @param nextAt when the next message may go; null when nothing waits
 * @param pace how fast it may go at the moment
 */
public record WorkerStatus(
        AccountId accountId,
        State state,
        @Nullable String reason,
        @Nullable String detail,
        @Nullable Instant nextAt,
        PaceStatus pace) {

    /**
     * The same where nothing may begin, which is nothing to a worker that may not send anyway.
     *
     * @param by database or disk
     */
    public WorkerStatus heldUp(String by) {
        return switch (state) {
            case ON, CONNECTING -> new WorkerStatus(accountId, State.BLOCKED, by, null, null, pace);
            case OFF, BLOCKED -> this;
        };
    }

    /** The same where the program has stopped the account: nothing goes on by itself. */
    WorkerStatus stopped(String why, @Nullable String words) {
        return new WorkerStatus(accountId, State.BLOCKED, why, words, null, pace);
    }

    /** The true state of a worker. */
    public enum State {
        CONNECTING,
        ON,
        OFF,
        BLOCKED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
