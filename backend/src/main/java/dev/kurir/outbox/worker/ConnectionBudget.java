package dev.kurir.outbox.worker;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;

/**
 * The connections that this node may hold open, all accounts together. Who has none and finds none left is the next:
 * others give theirs up between two messages. Lives on the engine's thread.
 */
final class ConnectionBudget {
    private final int most;
    /** Of one server's; one that never answers must not hold them all. */
    private final int mostConnecting;

    private final SequencedSet<Runnable> waiting = new LinkedHashSet<>();
    private final Map<String, Integer> connecting = new HashMap<>();
    private int open;
    private int ending;

    ConnectionBudget(int most) {
        this.most = most;
        this.mostConnecting = Math.max(2, most / 10);
    }

    /**
     * @param held how many the account has already
     * @param again asks once more; runs when it is the account's turn
     */
    boolean take(String server, int held, Runnable again) {
        if (connecting.getOrDefault(server, 0) >= mostConnecting) {
            return false;
        }
        boolean taken = open < most;
        if (taken) {
            open++;
            connecting.merge(server, 1, Integer::sum);
            waiting.remove(again);
        } else if (held == 0) {
            waiting.addLast(again);
        }
        return taken;
    }

    /** It does not matter how that ended. */
    void endsConnecting(String server) {
        connecting.computeIfPresent(server, (_, count) -> count > 1 ? count - 1 : null);
    }

    /** What is free belongs at once to those who wait for it. */
    void giveBack() {
        open--;
        ending = Math.max(0, ending - 1);
        while (open < most && !waiting.isEmpty()) {
            waiting.removeFirst().run();
        }
    }

    /** Whether somebody has none, and none is on its way to him. */
    boolean isMissed() {
        return waiting.size() > ending;
    }

    /** One of those that are missed is on its way. */
    void yielded() {
        ending++;
    }
}
