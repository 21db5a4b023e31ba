package dev.kurir.outbox.worker;

import java.util.LinkedHashSet;
import java.util.SequencedSet;

/**
 * The connections that this node may hold open, all accounts together. Who has none and finds none left is the next:
 * whoever holds several ends one between two messages. Lives on the engine's thread.
 */
final class ConnectionBudget {
    private final int most;
    private final SequencedSet<Runnable> waiting = new LinkedHashSet<>();
    private int open;
    private int ending;

    ConnectionBudget(int most) {
        this.most = most;
    }

    /**
     * @param held how many the account has already
     * @param again asks once more; runs when it is the account's turn
     */
    boolean take(int held, Runnable again) {
        boolean taken = open < most;
        if (taken) {
            open++;
            waiting.remove(again);
        } else if (held == 0) {
            waiting.addLast(again);
        }
        return taken;
    }

    /** What is free belongs at once to those who wait for it. */
    void giveBack() {
        open--;
        ending = Math.max(0, ending - 1);
        while (open < most && !waiting.isEmpty()) {
            waiting.removeFirst().run();
        }
    }

    /** Whether an account that holds so many should end one. */
    boolean isMissed(int held) {
        return held > 1 && waiting.size() > ending;
    }

    /** One of those that are missed is on its way. */
    void yielded() {
        ending++;
    }
}
