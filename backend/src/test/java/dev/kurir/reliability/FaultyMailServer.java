package dev.kurir.reliability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLSocketFactory;

/** A mail server on loopback that misbehaves as its {@link SmtpFault} says, and remembers whose content it saw. */
final class FaultyMailServer implements AutoCloseable {
    private final ServerSocket listening;
    private final SmtpFault fault;
    private final boolean pipelining;
    private final SSLSocketFactory tls;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<String> contents = new CopyOnWriteArrayList<>();

    FaultyMailServer(SmtpFault fault, boolean pipelining, SSLSocketFactory tls) throws IOException {
        this.fault = fault;
        this.pipelining = pipelining;
        this.tls = tls;
        listening = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("faulty").start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** The recipients whose content began to arrive, in that order. */
    List<String> contents() {
        return List.copyOf(contents);
    }

    /** Connections that the client has not ended. */
    int connections() {
        return open.size();
    }

    @Override
    public void close() {
        try {
            listening.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closing) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            new FaultyConversation(new FaultyWire(socket, tls), fault, pipelining, contents::add).run();
        } catch (IOException gone) {
            // one of the two has had enough
        } finally {
            open.remove(socket);
        }
    }
}
