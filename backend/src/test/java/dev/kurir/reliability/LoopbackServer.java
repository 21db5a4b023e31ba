package dev.kurir.reliability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Serves each connection to a free port of loopback on a thread of its own. */
final class LoopbackServer implements AutoCloseable {
    private final ServerSocket listening;
    private final Conversation conversation;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** One connection, until one of the two has had enough. */
    @FunctionalInterface
    interface Conversation {
        void hold(Socket socket) throws IOException;
    }

    LoopbackServer(Conversation conversation) throws IOException {
        this.conversation = conversation;
        listening = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("loopback").start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Connections that have not ended. */
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
            conversation.hold(socket);
        } catch (IOException gone) {
            // what was said until then counts
        } finally {
            open.remove(socket);
        }
    }
}
