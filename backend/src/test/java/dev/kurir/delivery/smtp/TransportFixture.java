package dev.kurir.delivery.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kurir.account.ConnectionSecurity;
import dev.kurir.account.Endpoint;
import dev.kurir.account.Secret;
import dev.kurir.account.SendingAccount;
import dev.kurir.kernel.EmailAddress;
import dev.kurir.kernel.MessageId;
import dev.kurir.outbox.MailConnection;
import dev.kurir.outbox.OutgoingMessage;
import dev.kurir.platform.net.TargetGuard;
import io.netty.buffer.ByteBufUtil;
import io.netty.util.ResourceLeakDetector;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** A transport on loopback, and messages for it; at the end no channel may be left. */
final class TransportFixture implements AutoCloseable {
    static final SmtpTimeouts PATIENT = timeouts(Duration.ofSeconds(20), Duration.ofSeconds(20));
    static final String CONTENT = "Subject: x\r\n\r\nHello\r\n";

    private static final AtomicInteger LEAKS = new AtomicInteger();

    static {
        ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
        ByteBufUtil.setLeakListener((_, _) -> LEAKS.incrementAndGet());
    }

    private final CountingLoops loops = new CountingLoops();
    private final SmtpMailTransport transport;

    TransportFixture(SmtpTimeouts timeouts) {
        this(timeouts, null);
    }

    TransportFixture(SmtpTimeouts timeouts, @Nullable TrustManagerFactory trust) {
        Tls tls = new Tls(trust, timeouts.connect());
        TargetGuard guard = new TargetGuard("127.0.0.1,localhost");
        transport = new SmtpMailTransport(
                loops, new Dialler(guard, Thread::startVirtualThread, tls, timeouts), tls, timeouts);
    }

    static SmtpTimeouts timeouts(Duration reply, Duration idle) {
        return new SmtpTimeouts(
                Duration.ofSeconds(5), reply, reply, reply, reply, Duration.ofMillis(200), idle, Duration.ofMillis(20));
    }

    MailConnection open(ScriptedServer server, Events events) {
        return open("127.0.0.1", server.port(), ConnectionSecurity.NONE, events);
    }

    MailConnection open(String host, int port, ConnectionSecurity security, Events events) {
        return transport.open(TestAccount.at(new Endpoint(host, port, security), new Secret("pass")), events);
    }

    MailConnection open(SendingAccount account, Events events) {
        return transport.open(account, events);
    }

    /** Keeps the event loop from doing anything until the latch opens. */
    void holdUp(CountDownLatch latch) {
        loops.execute(() -> waitFor(latch));
    }

    /** Spins, because a test would be told off for blocking an event loop. */
    private static long waitFor(CountDownLatch latch) {
        long spins = 0;
        while (latch.getCount() > 0) {
            spins++;
        }
        return spins;
    }

    static OutgoingMessage message(long id) {
        return message(id, () -> CONTENT.getBytes(StandardCharsets.US_ASCII));
    }

    static OutgoingMessage message(long id, Supplier<byte[]> content) {
        return new OutgoingMessage(
                new MessageId(id),
                new EmailAddress("post@kurir.test"),
                new EmailAddress("to" + id + "@there.test"),
                content);
    }

    @Override
    public void close() {
        await("channels are closed").atMost(5, TimeUnit.SECONDS).until(() -> loops.channels() == 0);
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
        System.gc();
        assertThat(LEAKS).hasValue(0);
    }
}
