package dev.kurir.outbox.worker;

/**
 * The connections that this node may hold open, all accounts together. Who has none and finds none left is the next:
 * whoever holds several ends one between two messages. Lives on the engine's thread.
 */
final class ConnectionBudget {
    private final int most;
    private int open;
    private int missed;

    ConnectionBudget(int most) {
        this.most = most;
    }

    /** @param held how many the account has already */
    boolean take(int held) {
        boolean taken = open < most;
        if (taken) {
            open++;
            missed = 0;
        } else if (held == 0) {
            missed++;
        }
        return taken;
    }

    void giveBack() {
        open--;
    }

    /** Whether an account that holds so many should end one. */
    boolean isMissed(int held) {
        return missed > 0 && held > 1;
    }

    /** One of those that were asked for is on its way. */
    void yielded() {
        missed--;
    }
}
