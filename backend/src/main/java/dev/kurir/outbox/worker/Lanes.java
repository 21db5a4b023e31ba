package dev.kurir.outbox.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The lanes of one account, within what it and the node may hold open. */
final class Lanes {
    private final ConnectionBudget budget;
    private final Runnable pump;
    private final List<Lane> lanes = new ArrayList<>();

    /** @param pump opens lanes when the node has room for them again */
    Lanes(ConnectionBudget budget, Runnable pump) {
        this.budget = budget;
        this.pump = pump;
    }

    boolean isEmpty() {
        return lanes.isEmpty();
    }

    boolean has(Lane lane) {
        return lanes.contains(lane);
    }

    boolean isAnyReady() {
        return lanes.stream().anyMatch(Lane::isReady);
    }

    /** Ends one that has nothing to do, where another account has none at all. */
    void yieldOne() {
        if (budget.isMissed(lanes.size())) {
            lanes.stream().filter(Lane::isIdle).findFirst().ifPresent(this::end);
        }
    }

    /** Those that have nothing to do. */
    List<Lane> idle() {
        return lanes.stream().filter(Lane::isIdle).toList();
    }

    /** Whether a message that ends may be followed by another one at once. */
    boolean mayGoOn() {
        return !budget.isMissed(lanes.size());
    }

    /**
     * @param wanted how many may connect at the same time
     * @param most how many there may be
     */
    void open(int wanted, int most, Consumer<Lane> connect) {
        long connecting = lanes.stream().filter(Lane::isConnecting).count();
        for (; connecting < wanted && lanes.size() < most && budget.take(lanes.size(), pump); connecting++) {
            Lane lane = new Lane();
            lanes.add(lane);
            connect.accept(lane);
        }
    }

    void remove(Lane lane) {
        lanes.remove(lane);
        budget.giveBack();
    }

    void close() {
        lanes.forEach(Lane::close);
    }

    /** Those that nothing depends on. */
    void closeUnused() {
        lanes.stream().filter(lane -> lane.isIdle() || lane.isConnecting()).forEach(Lane::close);
    }

    void abort() {
        List.copyOf(lanes).forEach(Lane::abort);
    }

    private void end(Lane lane) {
        budget.yielded();
        lane.close();
    }
}
