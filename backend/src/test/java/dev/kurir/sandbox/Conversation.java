package dev.kurir.sandbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

/** Speaks SMTP line by line. */
final class Conversation implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket = new Socket();
    private final BufferedReader replies;
    private final OutputStream out;

    Conversation(InetSocketAddress server) throws IOException {
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(server, PATIENCE_MILLIS);
        replies = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        out = socket.getOutputStream();
        hear();
        say("EHLO me.test");
    }

    Conversation loggedIn(String username, String password) throws IOException {
        login(username, password);
        return this;
    }

    String login(String username, String password) throws IOException {
        String words = "\0" + username + "\0" + password;
        return say("AUTH PLAIN " + Base64.getEncoder().encodeToString(words.getBytes(StandardCharsets.UTF_8)));
    }

    /** The whole mail; the reply to the dot, or the one that turned the recipient away. */
    String mail(String recipient, String content) throws IOException {
        say("MAIL FROM:<hello@sandbox.test>");
        String answer = say("RCPT TO:<" + recipient + ">");
        if (!answer.startsWith("250")) {
            say("RSET");
            return answer;
        }
        say("DATA");
        return say(content + "\r\n.");
    }

    /** The last line of the reply. */
    String say(String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        return hear();
    }

    private String hear() throws IOException {
        String line = Objects.requireNonNullElse(replies.readLine(), "the end");
        return line.length() > 3 && line.charAt(3) == '-' ? hear() : line;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
