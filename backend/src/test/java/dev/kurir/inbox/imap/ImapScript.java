package dev.kurir.inbox.imap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** An IMAP server that agrees to everything, for one client after another, with TLS from the start or on demand. */
final class ImapScript implements AutoCloseable {
    private final ServerSocket listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final String greeting;
    private final @Nullable SSLSocketFactory tls;
    private final boolean secureAtOnce;

    ImapScript(String greeting, @Nullable SSLSocketFactory tls, boolean secureAtOnce) throws IOException {
        this.greeting = greeting;
        this.tls = tls;
        this.secureAtOnce = secureAtOnce;
        Thread.startVirtualThread(this::serve);
    }

    int port() {
        return listener.getLocalPort();
    }

    List<String> heard() {
        return heard;
    }

    private void serve() {
        while (!listener.isClosed()) {
            try (Socket client = listener.accept()) {
                converse(secureAtOnce ? secured(client) : client, true);
            } catch (IOException gone) {
                heard.add("gone: " + gone.getMessage());
            }
        }
    }

    private void converse(Socket client, boolean greet) throws IOException {
        if (greet) {
            say(client, greeting);
        }
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            heard.add(line);
            say(client, line.substring(0, line.indexOf(' ')) + " OK So be it");
            if (line.endsWith("STARTTLS")) {
                converse(secured(client), false);
                return;
            }
        }
    }

    private Socket secured(Socket client) throws IOException {
        SSLSocketFactory factory = java.util.Objects.requireNonNull(tls);
        SSLSocket secure = (SSLSocket) factory.createSocket(client, null, true);
        secure.setUseClientMode(false);
        return secure;
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        client.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
