package dev.kurir.inbox.imap;

import java.io.IOException;
import java.io.PrintStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.jspecify.annotations.Nullable;

/** IMAP over a connection that is open already, each answer in the server's own words. */
final class ImapTalk {
    /** A broken connection is told by the library as if the server had said BYE. */
    private static final Pattern OURS = Pattern.compile(".*Exception: ");

    private final IMAPProtocol protocol;

    ImapTalk(Socket socket) throws IOException {
        protocol = new IMAPProtocol(
                new CautiousInput(socket.getInputStream()),
                new PrintStream(socket.getOutputStream(), false, StandardCharsets.UTF_8),
                new Properties(),
                false);
    }

    /** The server did not agree. */
    static final class RefusedException extends IOException {
        private static final long serialVersionUID = 1L;

        private final String words;

        RefusedException(String words) {
            super(words);
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    String greeting() throws IOException {
        try {
            return agreed(protocol.readResponse());
        } catch (ProtocolException noGreeting) {
            throw new RefusedException(String.valueOf(noGreeting.getMessage()));
        }
    }

    void startTls() throws IOException {
        command("STARTTLS", null);
    }

    String login(String username, String password) throws IOException {
        Argument words = new Argument();
        words.writeString(username, StandardCharsets.UTF_8);
        words.writeString(password, StandardCharsets.UTF_8);
        return command("LOGIN", words);
    }

    void logout() {
        try {
            protocol.logout();
        } catch (ProtocolException _) {
            // How the goodbye is answered does not matter.
        }
    }

    private String command(String name, @Nullable Argument words) throws IOException {
        Response[] answers = protocol.command(name, words);
        return agreed(answers[answers.length - 1]);
    }

    private static String agreed(Response answer) throws IOException {
        String words = String.valueOf(answer.getRest());
        if (answer.isOK()) {
            return words;
        }
        if (answer.isSynthetic()) {
            throw new IOException(OURS.matcher(words).replaceFirst(""));
        }
        throw new RefusedException(words.isBlank() ? answer.toString() : words);
    }
}
