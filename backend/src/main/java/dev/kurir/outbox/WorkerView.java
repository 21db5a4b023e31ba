package dev.kurir.outbox;

import dev.kurir.account.AccountSummary;

/** One worker as people see it. */
public record WorkerView(
        AccountSummary account, String state, WorkerStatus status, AccountLoad load, long sentLastMinute) {

    /** The true state in a word: a switched-off worker with something in flight is still pausing. */
    static String state(AccountSummary account, WorkerStatus seen, AccountLoad load) {
        if (!account.wanted()) {
            return load.inFlight() > 0 ? "pausing" : "off";
        }
        return account.blockedReason() != null || seen.state() == WorkerStatus.State.BLOCKED
                ? "blocked"
                : seen.state() == WorkerStatus.State.CONNECTING ? "connecting" : "on";
    }
}
