package dev.kurir.outbox;

import dev.kurir.account.AccountSummary;
import org.jspecify.annotations.Nullable;

/** One worker as people see it. */
public record WorkerView(
        AccountSummary account, String state, WorkerStatus status, AccountLoad load, long sentLastMinute) {

    /** @param seen what its worker said last; that the account was stopped it may not have said yet */
    static WorkerView of(AccountSummary account, AccountLoad load, WorkerStatus seen, long sentLastMinute) {
        String reason = stoppedFor(account);
        WorkerStatus status = reason == null ? seen : seen.stopped(reason, account.blockedDetail());
        return new WorkerView(account, state(account, status, load), status, load, sentLastMinute);
    }

    /** The program stopped it: although it is wanted, nothing goes on until a person switches it on once more. */
    public boolean isStopped() {
        return stoppedFor(account) != null;
    }

    private static @Nullable String stoppedFor(AccountSummary account) {
        return account.wanted() ? account.blockedReason() : null;
    }

    /** The true state in a word: a switched-off worker with something in flight is still pausing. */
    private static String state(AccountSummary account, WorkerStatus status, AccountLoad load) {
        if (!account.wanted()) {
            return load.inFlight() > 0 ? "pausing" : "off";
        }
        return switch (status.state()) {
            case BLOCKED -> "blocked";
            case CONNECTING -> "connecting";
            case ON, OFF -> "on";
        };
    }
}
