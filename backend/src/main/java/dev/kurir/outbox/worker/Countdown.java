package dev.kurir.outbox.worker;

/** Runs something when so many steps are done; at once when there are none. */
final class Countdown {
    private int left;
    private final Runnable done;

    Countdown(int steps, Runnable done) {
        this.left = steps;
        this.done = done;
        if (steps == 0) {
            done.run();
        }
    }

    void step() {
        if (--left == 0) {
            done.run();
        }
    }
}
