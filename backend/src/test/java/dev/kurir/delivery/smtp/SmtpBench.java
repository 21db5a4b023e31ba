package dev.kurir.delivery.smtp;

import com.sun.management.OperatingSystemMXBean;
import dev.kurir.account.ConnectionSecurity;
import dev.kurir.account.Endpoint;
import dev.kurir.account.SendingAccount;
import dev.kurir.delivery.mime.BenchDraft;
import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.EmailAddress;
import dev.kurir.kernel.MessageId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.outbox.DeliveryOutcome;
import dev.kurir.outbox.MailConnection;
import dev.kurir.outbox.MessageAssembly.CompiledDraft;
import dev.kurir.outbox.MessageDecorator.Decoration;
import dev.kurir.outbox.MessageInputs;
import dev.kurir.outbox.OutgoingMessage;
import dev.kurir.outbox.ReplyReason;
import dev.kurir.outbox.SmtpReply;
import dev.kurir.platform.net.TargetGuard;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * How fast messages are spliced and handed over: N of them into a sink on loopback, every intent granted at once. The
 * sink runs in the same process, so its cost is in the figures. {@code java … SmtpBench [messages]}.
 */
final class SmtpBench {
    private static final Instant DATE = Instant.parse("2026-11-02T03:04:05Z");

    private SmtpBench() {}

    public static void main(String[] arguments) throws InterruptedException {
        int messages = arguments.length == 0 ? 20_000 : Integer.parseInt(arguments[0]);
        CompiledDraft draft = BenchDraft.compile();
        try (SmtpSink sink = new SmtpSink()) {
            run(draft, sink, messages, 16);
            for (int connections : new int[] {1, 16, 64}) {
                long before = cpuNanos();
                double seconds = run(draft, sink, messages, connections);
                System.out.printf(
                        "%2d connections: %,8.0f msg/s, %.3f CPU s per 1,000 (sink included)%n",
                        connections, messages / seconds, (cpuNanos() - before) / 1e6 / messages);
            }
        }
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static double run(CompiledDraft draft, SmtpSink sink, int messages, int connections)
            throws InterruptedException {
        var loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        SmtpTimeouts timeouts = SmtpTimeouts.STANDARD;
        Tls tls = new Tls(null, timeouts.connect());
        TargetGuard guard = new TargetGuard("127.0.0.1");
        var dialler = new Dialler(guard, Thread::startVirtualThread, tls, timeouts);
        var transport = new SmtpMailTransport(loops, dialler, tls, timeouts);
        Endpoint endpoint = new Endpoint("127.0.0.1", sink.port(), ConnectionSecurity.NONE);
        SendingAccount account = TestAccount.at(endpoint, null);
        AtomicLong next = new AtomicLong();
        CountDownLatch accepted = new CountDownLatch(messages);
        CountDownLatch ready = new CountDownLatch(connections);
        List<Sender> senders = IntStream.range(0, connections)
                .mapToObj(_ -> new Sender(draft, next, messages, accepted, ready))
                .toList();
        senders.forEach(sender -> sender.connection = transport.open(account, sender));
        ready.await();
        long start = System.nanoTime();
        senders.forEach(Sender::offerNext);
        accepted.await();
        double seconds = (System.nanoTime() - start) / 1e9;
        senders.forEach(sender -> sender.connection.abort());
        loops.shutdownGracefully().syncUninterruptibly();
        return seconds;
    }

    /** One connection's worth of an outbox that says yes to everything. */
    private static final class Sender implements MailConnection.Listener {
        private final CompiledDraft draft;
        private final AtomicLong next;
        private final int last;
        private final CountDownLatch accepted;
        private final CountDownLatch ready;
        private MailConnection connection;

        Sender(CompiledDraft draft, AtomicLong next, int last, CountDownLatch accepted, CountDownLatch ready) {
            this.draft = draft;
            this.next = next;
            this.last = last;
            this.accepted = accepted;
            this.ready = ready;
        }

        void offerNext() {
            long id = next.incrementAndGet();
            if (id <= last) {
                EmailAddress to = new EmailAddress("to" + id + "@there.test");
                MessageInputs inputs = new MessageInputs(
                        new MessageId(id),
                        new WorkspaceId(1),
                        new CampaignId(1),
                        to,
                        "Recipient " + id,
                        Map.of("name", "Recipient " + id, "data.token", Long.toHexString(id * 7919)),
                        DATE);
                connection.offer(new OutgoingMessage(
                        inputs.id(),
                        new EmailAddress("post@kurir.test"),
                        to,
                        () -> draft.splice(inputs, Decoration.NONE)));
            }
        }

        @Override
        public void ready() {
            ready.countDown();
        }

        @Override
        public void awaitsIntent(OutgoingMessage message) {
            offerNext();
            connection.grant(message);
        }

        @Override
        public void ended(OutgoingMessage message, DeliveryOutcome outcome, boolean contentSent) {
            if (!(outcome instanceof DeliveryOutcome.Accepted)) {
                throw new IllegalStateException("not accepted: " + outcome);
            }
            accepted.countDown();
        }

        @Override
        public void closed(SmtpReply reason, ReplyReason kind, List<OutgoingMessage> untouched) {
            if (accepted.getCount() > 0) {
                System.err.println("closed: " + reason);
            }
        }
    }
}
