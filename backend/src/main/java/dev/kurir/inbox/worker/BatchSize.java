package dev.kurir.inbox.worker;

/** How many mails are fetched together: fewer after a line broke, so that something gets through a bad one. */
final class BatchSize {
    private static final int MOST = 50;

    private int most = MOST;

    int most() {
        return most;
    }

    void broke() {
        most = Math.max(1, most / 4);
    }

    void passed() {
        most = Math.min(MOST, most * 2);
    }
}
