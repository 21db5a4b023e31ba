package dev.kurir.outbox.worker;

import java.time.Clock;
import java.time.Instant;

/** What time it is for the engine: whatever waits, counts or gives up looks here. */
interface EngineTime {
    Clock clock();

    /**
     * What the database's clock showed at some moment between two of the monotonic clock.
     *
     * @param asked {@link System#nanoTime} before it was asked
     * @param answered and after its answer
     */
    default void read(Instant shown, long asked, long answered) {}
}
