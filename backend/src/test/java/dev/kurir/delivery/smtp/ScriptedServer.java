package dev.kurir.delivery.smtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A server on the loopback that plays a script on each connection: it says and does what a test wants, octet by octet.
 */
final class ScriptedServer implements AutoCloseable {
    /** What happens on one connection. */
    interface Script {
        void play(Dialogue dialogue) throws Exception;
    }

    private final ServerSocket listening;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final List<Dialogue> dialogues = new CopyOnWriteArrayList<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    ScriptedServer(Script script) throws IOException {
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> accept(script));
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Everything that the client of the first connection has sent so far. */
    String heard() {
        return dialogues.isEmpty() ? "" : dialogues.getFirst().heard();
    }

    int connections() {
        return dialogues.size();
    }

    private void accept(Script script) {
        try {
            while (true) {
                Socket socket = listening.accept();
                socket.setTcpNoDelay(true);
                sockets.add(socket);
                Dialogue dialogue = new Dialogue(socket);
                dialogues.add(dialogue);
                Thread.ofVirtual().start(() -> play(script, dialogue));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void play(Script script, Dialogue dialogue) {
        try (dialogue) {
            script.play(dialogue);
        } catch (IOException clientWentAway) {
            // Many tests end like this.
        } catch (Exception | AssertionError broken) {
            failure.compareAndSet(null, broken);
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : sockets) {
            socket.close();
        }
        Throwable broken = failure.get();
        if (broken != null) {
            throw new AssertionError("the script failed", broken);
        }
    }
}
