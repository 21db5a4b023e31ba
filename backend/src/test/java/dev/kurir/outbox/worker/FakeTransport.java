package dev.kurir.outbox.worker;

import dev.kurir.account.SendingAccount;
import dev.kurir.kernel.AccountId;
import dev.kurir.outbox.DeliveryOutcome;
import dev.kurir.outbox.MailConnection;
import dev.kurir.outbox.MailTransport;
import dev.kurir.outbox.OutgoingMessage;
import dev.kurir.outbox.ReplyReason;
import dev.kurir.outbox.SmtpPhase;
import dev.kurir.outbox.SmtpReply;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A mail world in memory that keeps the contract of {@link MailConnection}: every content that was handed over is
 * counted.
 */
final class FakeTransport implements MailTransport {
    static final SmtpReply OK = new SmtpReply(SmtpPhase.DOT, 250, "2.0.0", "Ok: queued");

    final Map<Long, AtomicInteger> delivered = new ConcurrentHashMap<>();
    final Map<Long, String> recipients = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    /** What the server says to a recipient before the content; null lets it pass. */
    volatile Function<OutgoingMessage, @Nullable DeliveryOutcome> atRcpt = _ -> null;
    /** What the server says to the content. */
    volatile Function<OutgoingMessage, DeliveryOutcome> atDot = _ -> new DeliveryOutcome.Accepted(OK);

    volatile Runnable beforeReply = () -> {};
    final AtomicLong octets = new AtomicLong();
    /** Account → its connections, open and closed. */
    private final Map<AccountId, List<Connection>> connections = new ConcurrentHashMap<>();

    /** Takes everything, and has seen nothing yet: as each test begins. */
    void beFriendly() {
        delivered.clear();
        recipients.clear();
        atRcpt = _ -> null;
        atDot = _ -> new DeliveryOutcome.Accepted(OK);
        beforeReply = () -> {};
    }

    int handedOver() {
        return delivered.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    @Override
    public MailConnection open(SendingAccount account, MailConnection.Listener listener) {
        Connection opened = new Connection(listener);
        connections
                .computeIfAbsent(account.id(), _ -> new CopyOnWriteArrayList<>())
                .add(opened);
        return opened;
    }

    int connections(AccountId account) {
        return connections.getOrDefault(account, List.of()).size();
    }

    /** As a server does with connections on which nothing has happened for a while. */
    void hangUp(AccountId account) {
        connections.getOrDefault(account, List.of()).forEach(MailConnection::close);
    }

    /** Tasks of one connection run one after another. */
    private final class Connection implements MailConnection, Executor {
        private final Listener listener;
        private final Deque<Runnable> tasks = new ArrayDeque<>();
        private final Deque<OutgoingMessage> offered = new ArrayDeque<>();
        private @Nullable OutgoingMessage atGate;
        private boolean running;
        private boolean closed;

        Connection(Listener listener) {
            this.listener = listener;
            execute(listener::ready);
        }

        @Override
        public synchronized void execute(Runnable task) {
            tasks.add(task);
            if (!running) {
                running = true;
                threads.execute(this::drain);
            }
        }

        private void drain() {
            for (Runnable task = poll(); task != null; task = poll()) {
                task.run();
            }
        }

        private synchronized @Nullable Runnable poll() {
            Runnable task = tasks.poll();
            running = task != null;
            return task;
        }

        @Override
        public void offer(OutgoingMessage message) {
            execute(() -> {
                offered.add(message);
                next();
            });
        }

        private void next() {
            OutgoingMessage message = closed || atGate != null ? null : offered.poll();
            if (message == null) {
                return;
            }
            DeliveryOutcome refused = atRcpt.apply(message);
            if (refused != null) {
                listener.ended(message, refused, false);
                next();
                return;
            }
            atGate = message;
            listener.awaitsIntent(message);
        }

        @Override
        public void grant(OutgoingMessage message) {
            execute(() -> {
                delivered
                        .computeIfAbsent(message.id().value(), _ -> new AtomicInteger())
                        .incrementAndGet();
                recipients.put(message.id().value(), message.to().value());
                octets.addAndGet(message.content().get().length);
                beforeReply.run();
                atGate = null;
                listener.ended(message, atDot.apply(message), true);
                next();
            });
        }

        @Override
        public void refuse(OutgoingMessage message) {
            execute(() -> {
                atGate = null;
                end();
            });
        }

        @Override
        public void close() {
            execute(() -> {
                if (atGate == null) {
                    end();
                }
            });
        }

        @Override
        public void abort() {
            execute(this::end);
        }

        private void end() {
            if (closed) {
                return;
            }
            closed = true;
            List<OutgoingMessage> untouched = new ArrayList<>(offered);
            offered.clear();
            listener.closed(new SmtpReply(SmtpPhase.NONE, 0, null, "closed"), ReplyReason.NONE, untouched);
        }
    }
}
