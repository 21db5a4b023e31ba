package dev.kurir.sandbox;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.server.SMTPServer;

/** The SMTP server of the world: a connection is a virtual thread. */
final class SmtpSide implements AutoCloseable {
    private final SMTPServer server;
    private final Deliveries deliveries;

    private SmtpSide(SMTPServer server, Deliveries deliveries) {
        this.server = server;
        this.deliveries = deliveries;
    }

    /** On a free port of the loopback interface. */
    static SmtpSide start(String password, Deliveries deliveries) {
        SMTPServer server = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName(MailWorld.HOST)
                .softwareName("Kurir sandbox")
                .executorService(Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("sandbox-smtp-", 0).factory()))
                .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory(new Login(password)))
                .requireAuth()
                .maxMessageSize(Incoming.MOST_OCTETS)
                .messageHandlerFactory(context -> new Incoming(context, deliveries))
                .build();
        server.start();
        return new SmtpSide(server, deliveries);
    }

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getPortAllocated());
    }

    @Override
    public void close() {
        deliveries.close();
        server.stop();
    }
}
