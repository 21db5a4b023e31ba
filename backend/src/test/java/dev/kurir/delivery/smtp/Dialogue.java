package dev.kurir.delivery.smtp;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** One conversation as the scripted server sees it. */
final class Dialogue implements AutoCloseable {
    private Socket socket;
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

    Dialogue(Socket socket) {
        this.socket = socket;
    }

    String heard() {
        return heard.toString(StandardCharsets.ISO_8859_1);
    }

    /** Says lines, each with its line end, in one write. */
    void say(String... lines) throws IOException {
        write(String.join("\r\n", lines) + "\r\n");
    }

    void write(String octets) throws IOException {
        socket.getOutputStream().write(octets.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    String hear() throws IOException {
        StringBuilder line = new StringBuilder();
        while (!line.toString().endsWith("\r\n")) {
            line.append((char) read());
        }
        return line.substring(0, line.length() - 2);
    }

    /** Hears lines until one starts so, and returns it. */
    String hear(String start) throws IOException {
        String line = hear();
        if (!line.startsWith(start)) {
            throw new AssertionError("expected " + start + ", heard " + line);
        }
        return line;
    }

    /** Hears content up to and with the final dot. */
    String hearContent() throws IOException {
        StringBuilder content = new StringBuilder();
        while (!content.toString().endsWith("\r\n.\r\n")) {
            content.append((char) read());
        }
        return content.toString();
    }

    void hearOctets(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            read();
        }
    }

    /** Greets, offers these extensions and lets anybody in. */
    void login(String... extensions) throws IOException {
        say("220 scripted ESMTP");
        ehlo(extensions);
        hear("AUTH PLAIN");
        say("235 2.7.0 Welcome");
    }

    void ehlo(String... extensions) throws IOException {
        hear("EHLO");
        StringBuilder reply = new StringBuilder("250-scripted\r\n");
        for (String extension : extensions) {
            reply.append("250-").append(extension).append("\r\n");
        }
        write(reply.append("250 AUTH PLAIN LOGIN\r\n").toString());
    }

    /** Takes an envelope that comes in one flight. */
    void takeEnvelope() throws IOException {
        hearEnvelope();
        say("250 2.1.0 Ok", "250 2.1.5 Ok", "354 Go ahead");
    }

    void hearEnvelope() throws IOException {
        hear("MAIL FROM:");
        hear("RCPT TO:");
        hear("DATA");
    }

    void takeMessage(String reply) throws IOException {
        takeEnvelope();
        hearContent();
        say(reply);
    }

    /** Ends the connection with a reset: what was sent may be lost. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    void hangUp() throws IOException {
        socket.close();
    }

    /** Says nothing more, and waits for the client to go. */
    void stall() throws IOException {
        while (true) {
            read();
        }
    }

    void startTls(SSLSocketFactory factory) throws IOException {
        SSLSocket secure = (SSLSocket) factory.createSocket(socket, null, false);
        secure.setUseClientMode(false);
        socket = secure;
    }

    private int read() throws IOException {
        int octet = socket.getInputStream().read();
        if (octet < 0) {
            throw new EOFException("the client went away");
        }
        synchronized (heard) {
            heard.write(octet);
        }
        return octet;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
