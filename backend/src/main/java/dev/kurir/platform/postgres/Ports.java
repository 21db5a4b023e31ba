package dev.kurir.platform.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** The port of the built-in database: the same as last time if it is free, else any free one. */
final class Ports {

    private Ports() {}

    static int choose(Path note) throws IOException {
        int last = lastTime(note);
        int chosen = last > 0 && isFree(last) ? last : anyFree();
        Files.writeString(note, Integer.toString(chosen));
        return chosen;
    }

    private static int lastTime(Path note) throws IOException {
        if (!Files.exists(note)) {
            return 0;
        }
        String written = Files.readString(note).strip();
        return written.matches("\\d{1,5}") ? Integer.parseInt(written) : 0;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static int anyFree() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
