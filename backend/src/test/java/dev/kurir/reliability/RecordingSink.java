package dev.kurir.reliability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A mail server whose record is the truth: each message is written and forced to the disk before its 250. Whatever
 * happens to the program under test, this knows what arrived.
 */
final class RecordingSink implements AutoCloseable {
    /** What arrived. */
    record Arrival(String id, String recipient, String sha256, long nanos) {
        String line() {
            return id + "\t" + recipient + "\t" + sha256 + "\n";
        }
    }

    private final ServerSocket listening;
    private final FileChannel record;
    private final List<Arrival> arrivals = new ArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile int arrived;

    RecordingSink(Path file) throws IOException {
        record = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.APPEND);
        listening = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("sink").start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    int count() {
        return arrived;
    }

    /** Who got something, in the order of arrival. */
    synchronized List<String> recipients() {
        return arrivals.stream().map(Arrival::recipient).toList();
    }

    /** Behind this call the message is on the disk. */
    synchronized void keep(Arrival arrival) throws IOException {
        record.write(ByteBuffer.wrap(arrival.line().getBytes(StandardCharsets.UTF_8)));
        record.force(false);
        arrivals.add(arrival);
        arrived++;
    }

    @Override
    public void close() {
        try {
            listening.close();
            for (Socket socket : open) {
                socket.close();
            }
            record.close();
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
            new SinkConversation(socket.getInputStream(), socket.getOutputStream(), this).run();
        } catch (IOException cut) {
            // the client was killed; what was complete is recorded
        } finally {
            open.remove(socket);
        }
    }
}
