package dev.kurir.reliability;

import java.io.IOException;

/** A mail server on loopback that hands every message to its taker before it says 250. */
final class MailSink implements AutoCloseable {
    private final LoopbackServer server;

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
        server = new LoopbackServer(
                socket -> new SinkConversation(socket.getInputStream(), socket.getOutputStream(), taker).run());
    }

    int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
    }
}
