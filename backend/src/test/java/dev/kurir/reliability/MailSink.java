package dev.kurir.reliability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A mail server on loopback that hands every message to its taker before it says 250. */
final class MailSink implements AutoCloseable {
    private final ServerSocket listening;
    private final Taker taker;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** Takes the responsibility for a message. */
    @FunctionalInterface
    interface Taker {
        void take(Arrival arrival) throws IOException;

        /** Takes its time before it answers an envelope. */
        default void hesitate() {}
    }

    /** What arrived. */
    record Arrival(String id, String recipient, String sha256) {}

    MailSink(Taker taker) throws IOException {
        this.taker = taker;
        listening = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("sink").start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
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
            new SinkConversation(socket.getInputStream(), socket.getOutputStream(), taker).run();
        } catch (IOException cut) {
            // the client has gone; what was complete is taken
        } finally {
            open.remove(socket);
        }
    }
}
