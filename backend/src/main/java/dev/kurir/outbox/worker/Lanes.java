package dev.kurir.outbox.worker;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The lanes of one account, within what it and the node may hold open. */
final class Lanes {
    /** So long an account keeps its only one while others have none. */
    private static final Duration TURN = Duration.ofSeconds(10);

    private final ConnectionBudget budget;
    private final Runnable pump;
    private final List<Lane> lanes = new ArrayList<>();
    private final Map<Lane, String> connecting = new HashMap<>();
    private Instant turnEnds = Instant.MIN;

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

    /**
     * Ends one that has nothing to do, where another account has none at all.
     *
     * @param isNeeded there is something to send
     */
    void yieldOne(boolean isNeeded, Instant now) {
        if (budget.isMissed() && (!isNeeded || hasHadItsTurn(now))) {
            lanes.stream().filter(Lane::isIdle).findFirst().ifPresent(this::end);
        }
    }

    /** Those that have nothing to do. */
    List<Lane> idle() {
        return lanes.stream().filter(Lane::isIdle).toList();
    }

    /** Whether a message that ends may be followed by another one at once. */
    boolean mayGoOn(Instant now) {
        return !budget.isMissed() || !hasHadItsTurn(now);
    }

    /**
     * @param wanted how many may connect at the same time
     * @param most how many there may be
     */
    void open(String server, int wanted, int most, Instant now, Consumer<Lane> connect) {
        while (connecting.size() < wanted && lanes.size() < most && budget.take(server, lanes.size(), pump)) {
            turnEnds = lanes.isEmpty() ? now.plus(TURN) : turnEnds;
            Lane lane = new Lane();
            lanes.add(lane);
            connecting.put(lane, server);
            connect.accept(lane);
        }
    }

    void ready(Lane lane) {
        lane.markReady();
        endsConnecting(lane);
    }

    void remove(Lane lane) {
        endsConnecting(lane);
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

    private boolean hasHadItsTurn(Instant now) {
        return lanes.size() > 1 || !now.isBefore(turnEnds);
    }

    private void endsConnecting(Lane lane) {
        String server = connecting.remove(lane);
        if (server != null) {
            budget.endsConnecting(server);
        }
    }

    private void end(Lane lane) {
        budget.yielded();
        lane.close();
    }
}
