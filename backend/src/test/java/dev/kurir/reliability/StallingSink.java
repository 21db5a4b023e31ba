package dev.kurir.reliability;

import dev.kurir.reliability.MailSink.Arrival;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A mail server in memory that can be told to stall at a moment to come: contents are read and nothing is taken, until
 * it goes on. What is in flight then stays in flight, and can be counted.
 */
final class StallingSink implements MailSink.Taker, AutoCloseable {
    private final MailSink server = new MailSink(this);
    private final Map<String, AtomicInteger> taken = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private volatile @Nullable Stall stall;
    private volatile long hesitation;

    private record Stall(long since, CountDownLatch over) {}

    StallingSink() throws IOException {}

    int port() {
        return server.port();
    }

    int count() {
        return count.get();
    }

    int timesTo(String recipient) {
        AtomicInteger times = taken.get(recipient);
        return times == null ? 0 : times.get();
    }

    /** Recipients who got more than one. */
    long twice() {
        return taken.values().stream().filter(times -> times.get() > 1).count();
    }

    /** From now on each recipient waits so long for the answer. */
    void hesitate(long nanos) {
        hesitation = nanos;
    }

    void stallIn(long nanos) {
        stall = new Stall(System.nanoTime() + nanos, new CountDownLatch(1));
    }

    void goOn() {
        Stall over = stall;
        stall = null;
        if (over != null) {
            over.over().countDown();
        }
    }

    @Override
    public void close() {
        server.close();
    }

    @Override
    public void hesitate() {
        if (hesitation > 0) {
            LockSupport.parkNanos(hesitation);
        }
    }

    @Override
    public void take(Arrival arrival) throws IOException {
        Stall now = stall;
        if (now != null && System.nanoTime() - now.since() >= 0) {
            await(now.over());
        }
        taken.computeIfAbsent(arrival.recipient(), _ -> new AtomicInteger()).incrementAndGet();
        count.incrementAndGet();
    }

    private static void await(CountDownLatch over) throws IOException {
        try {
            over.await();
        } catch (InterruptedException closed) {
            throw new IOException(closed);
        }
    }
}
