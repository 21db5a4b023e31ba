package dev.kurir.outbox.worker;

import dev.kurir.outbox.DeliveryOutcome;
import dev.kurir.outbox.DeliveryOutcome.Accepted;
import dev.kurir.outbox.DeliveryOutcome.Deferred;
import dev.kurir.outbox.DeliveryOutcome.Rejected;
import dev.kurir.outbox.MailTransport;
import dev.kurir.outbox.OutgoingMessage;
import dev.kurir.outbox.ReplyReason;
import dev.kurir.outbox.SmtpPhase;
import dev.kurir.outbox.SmtpReply;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One mail server in memory for all nodes, as unkind as its seed says: it refuses, defers, stalls, and cuts connections
 * at every moment. It remembers what it took and which contents were begun.
 */
@SuppressWarnings("FutureReturnValueIgnored") // nobody waits for a step of the chaos
final class ChaosMail implements AutoCloseable {
    /** Contents begun, by message. */
    final Map<Long, AtomicInteger> begun = new ConcurrentHashMap<>();
    /** Messages the server took responsibility for, whether the client ever read its 250 or not. */
    final Map<Long, AtomicInteger> taken = new ConcurrentHashMap<>();
    /** Connections that ended with a content out, while their node lived. */
    final AtomicInteger cuts = new AtomicInteger();
    /** Breaches of the contract between engine and transport. */
    final Queue<String> breaches = new ConcurrentLinkedQueue<>();

    private final Map<Long, AtomicInteger> visits = new ConcurrentHashMap<>();
    private final Set<ChaosConnection> open = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);
    private final long seed;
    private volatile boolean kind;

    ChaosMail(long seed) {
        this.seed = seed;
    }

    /** What the server does with one content. */
    enum Fate {
        TAKE,
        TAKE_AND_CUT,
        CUT,
        DEFER,
        REJECT,
        TAKE_AND_LEAVE
    }

    MailTransport of(String node) {
        return (_, listener) -> {
            ChaosConnection connection = new ChaosConnection(this, node, listener);
            open.add(connection);
            connection.dial();
            return connection;
        };
    }

    /** The node dies: its connections say nothing any more; what was under way may have arrived. */
    void kill(String node) {
        open.stream().filter(connection -> connection.node.equals(node)).forEach(ChaosConnection::die);
    }

    /** From now on the server takes everything at once. */
    void beKind() {
        kind = true;
    }

    int handedOver() {
        return begun.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    void closed(ChaosConnection connection) {
        open.remove(connection);
    }

    void later(Runnable step, SplittableRandom random) {
        long micros = kind ? 0 : random.nextInt(100) == 0 ? random.nextInt(150_000) : random.nextInt(1_500);
        threads.schedule(step, micros, TimeUnit.MICROSECONDS);
    }

    /** The dice of the next event about a message; the same seed throws the same for its n-th visit. */
    SplittableRandom dice(OutgoingMessage message) {
        long id = message.id().value();
        int visit = visits.computeIfAbsent(id, _ -> new AtomicInteger()).incrementAndGet();
        return new SplittableRandom(seed * 1_000_003 + id * 131 + visit);
    }

    SplittableRandom dice(int salt) {
        return new SplittableRandom(seed * 31 + salt);
    }

    boolean connects(SplittableRandom dice) {
        return kind || dice.nextInt(20) > 0;
    }

    boolean losesConnection(SplittableRandom dice) {
        return !kind && dice.nextInt(30) == 0;
    }

    /** What is said to the envelope; {@code null} where it is taken. */
    @org.jspecify.annotations.Nullable DeliveryOutcome envelope(SplittableRandom dice) {
        int roll = kind ? 100 : dice.nextInt(100);
        if (roll < 4) {
            return new Rejected(reply(SmtpPhase.RCPT, 550, "5.1.1"), ReplyReason.HARD_BOUNCE);
        }
        if (roll < 8) {
            return new Rejected(reply(SmtpPhase.RCPT, 554, "5.0.0"), ReplyReason.UNKNOWN);
        }
        if (roll < 16) {
            return new Deferred(reply(SmtpPhase.RCPT, 450, "4.2.0"), ReplyReason.SOFT);
        }
        return roll < 17 ? new Deferred(reply(SmtpPhase.RCPT, 421, "4.7.0"), ReplyReason.THROTTLED) : null;
    }

    Fate fate(SplittableRandom dice) {
        int roll = kind ? 100 : dice.nextInt(100);
        List<Fate> rare = List.of(Fate.TAKE_AND_CUT, Fate.CUT, Fate.DEFER, Fate.REJECT, Fate.TAKE_AND_LEAVE);
        return roll < rare.size() * 2 ? rare.get(roll / 2) : Fate.TAKE;
    }

    DeliveryOutcome outcome(Fate fate) {
        return switch (fate) {
            case DEFER -> new Deferred(reply(SmtpPhase.DOT, 451, "4.3.0"), ReplyReason.SOFT);
            case REJECT -> new Rejected(reply(SmtpPhase.DOT, 554, "5.7.1"), ReplyReason.POLICY);
            default -> new Accepted(reply(SmtpPhase.DOT, 250, "2.0.0"));
        };
    }

    void began(OutgoingMessage message) {
        begun.computeIfAbsent(message.id().value(), _ -> new AtomicInteger()).incrementAndGet();
    }

    void took(OutgoingMessage message) {
        taken.computeIfAbsent(message.id().value(), _ -> new AtomicInteger()).incrementAndGet();
    }

    static SmtpReply reply(SmtpPhase phase, int code, String enhanced) {
        return new SmtpReply(phase, code, enhanced, "as the seed says");
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
