package dev.kurir.reliability;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLSocketFactory;

/** A mail server on loopback that misbehaves as its {@link SmtpFault} says, and remembers whose content it saw. */
final class FaultyMailServer implements AutoCloseable {
    private final LoopbackServer server;
    private final List<String> contents = new CopyOnWriteArrayList<>();

    FaultyMailServer(SmtpFault fault, boolean pipelining, SSLSocketFactory tls) throws IOException {
        server = new LoopbackServer(
                socket -> new FaultyConversation(new FaultyWire(socket, tls), fault, pipelining, contents::add).run());
    }

    int port() {
        return server.port();
    }

    /** The recipients whose content began to arrive, in that order. */
    List<String> contents() {
        return List.copyOf(contents);
    }

    /** Connections that the client has not ended. */
    int connections() {
        return server.connections();
    }

    @Override
    public void close() {
        server.close();
    }
}
