package dev.kurir.outbox.worker;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that owns all state of the workers: nothing in this package needs a lock. */
final class EngineLoop implements Executor, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EngineLoop.class);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("outbox").factory());

    @Override
    public void execute(Runnable task) {
        try {
            thread.execute(() -> guarded(task));
        } catch (RejectedExecutionException closing) {
            log.debug("A task came after the end");
        }
    }

    Alarm after(Duration delay, Runnable task) {
        Future<?> future = thread.schedule(() -> guarded(task), Math.max(0, delay.toNanos()), TimeUnit.NANOSECONDS);
        return () -> future.cancel(false);
    }

    Alarm every(Duration interval, Runnable task) {
        Future<?> future =
                thread.scheduleWithFixedDelay(() -> guarded(task), 0, interval.toNanos(), TimeUnit.NANOSECONDS);
        return () -> future.cancel(false);
    }

    /** A task that waits for its time. */
    interface Alarm {
        void cancel();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException failure) {
            log.error("The outbox stumbled", failure);
        }
    }
}
