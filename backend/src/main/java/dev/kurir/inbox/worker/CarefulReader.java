package dev.kurir.inbox.worker;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Reads one mail on a thread of its own, where its CPU time can be told, and gives it up when that was too long or when
 * memory or stack ran out: all of it is a failure of that mail. A few mails are read at once. What does not hear that
 * it is given up is left behind, and takes nobody's place.
 */
@Component
class CarefulReader {
    private static final Duration MOST_CPU = Duration.ofSeconds(5);
    /** On a machine that does other things too. */
    private static final int TIMES_LONGER = 24;

    private static final Duration LOOK = Duration.ofMillis(50);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Semaphore places =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));
    private final Duration most;

    @Autowired
    CarefulReader() {
        this(MOST_CPU);
    }

    CarefulReader(Duration most) {
        this.most = most;
    }

    /** The mail is to blame. */
    static final class GivenUpException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        GivenUpException(String words, @Nullable Throwable cause) {
            super(words, cause);
        }
    }

    /** Blocking. */
    <T> T read(Callable<T> reading) throws InterruptedException {
        places.acquire();
        try {
            FutureTask<T> task = new FutureTask<>(reading);
            Thread thread = Thread.ofPlatform().daemon().name("mail-reader").start(task);
            return result(task, thread);
        } finally {
            places.release();
        }
    }

    private <T> T result(FutureTask<T> task, Thread thread) throws InterruptedException {
        try {
            for (long looks = TIMES_LONGER * most.dividedBy(LOOK); looks > 0 && cpu(thread) < most.toNanos(); looks--) {
                try {
                    return task.get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                } catch (TimeoutException goesOn) {
                    // its time is looked at
                }
            }
            throw new GivenUpException("Reading it takes more than %d ms.".formatted(most.toMillis()), null);
        } catch (ExecutionException failed) {
            throw failure(failed.getCause());
        } finally {
            task.cancel(true);
        }
    }

    /** -1 where the thread has ended. */
    private static long cpu(Thread thread) {
        return THREADS.getThreadCpuTime(thread.threadId());
    }

    private static RuntimeException failure(@Nullable Throwable cause) {
        return cause instanceof RuntimeException ours ? ours : new GivenUpException(String.valueOf(cause), cause);
    }
}
