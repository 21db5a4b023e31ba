package dev.kurir.inbox.imap;

import dev.kurir.inbox.MailSession.LoginRefusedException;
import dev.kurir.inbox.MailSession.RefusedException;
import java.io.IOException;
import java.io.PrintStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.jspecify.annotations.Nullable;

/**
 * Commands and answers over a connection that is open (RFC 9051 §2.2), by Angus Mail's protocol layer alone: its
 * folders would keep a list of all mails in memory.
 */
final class ImapWire {
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final Socket socket;
    private final IMAPProtocol protocol;
    private volatile boolean news;

    ImapWire(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(Math.toIntExact(ANSWER.toMillis()));
        protocol = new IMAPProtocol(
                new BoundedInput(socket.getInputStream()),
                new PrintStream(socket.getOutputStream(), false, StandardCharsets.UTF_8),
                new Properties(),
                false);
        protocol.addResponseHandler(this::hear);
    }

    /** A step that the library's own errors can come out of. */
    @FunctionalInterface
    interface Step<T> {
        T take(IMAPProtocol protocol) throws ProtocolException;
    }

    <T> T call(Step<T> step) throws IOException {
        try {
            return step.take(protocol);
        } catch (CommandFailedException refused) {
            throw new RefusedException(String.valueOf(refused.getMessage()));
        } catch (ProtocolException broken) {
            throw new IOException(String.valueOf(broken.getMessage()), broken);
        }
    }

    void greeting() throws IOException {
        Response greeting = call(ImapWire::read);
        if (!greeting.isOK()) {
            throw new RefusedException(String.valueOf(greeting.getRest()));
        }
    }

    private static Response read(IMAPProtocol protocol) throws ProtocolException {
        try {
            return protocol.readResponse();
        } catch (IOException broken) {
            throw new ProtocolException("The connection broke: " + broken.getMessage(), broken);
        }
    }

    void login(String username, String password) throws IOException {
        Argument words = new Argument();
        words.writeString(username, StandardCharsets.UTF_8);
        words.writeString(password, StandardCharsets.UTF_8);
        Response[] answers = protocol.command("LOGIN", words);
        Response answer = answers[answers.length - 1];
        if (answer.isNO() || answer.isBAD()) {
            throw new LoginRefusedException(String.valueOf(answer.getRest()));
        }
        checked(answers);
        call(asked -> {
            asked.capability();
            return true;
        });
    }

    /** All answers to a command that the server agreed to. */
    Response[] command(String command) throws IOException {
        return command(command, null);
    }

    Response[] command(String command, @Nullable Argument words) throws IOException {
        return checked(protocol.command(command, words));
    }

    private Response[] checked(Response[] answers) throws IOException {
        return call(heard -> {
            heard.notifyResponseHandlers(answers);
            heard.handleResult(answers[answers.length - 1]);
            return answers;
        });
    }

    boolean has(String capability) {
        return protocol.hasCapability(capability);
    }

    /** Whether the server has said since the last time that something arrived. */
    boolean takeNews() {
        boolean had = news;
        news = false;
        return had;
    }

    boolean hasNews() {
        return news;
    }

    /** How long an answer may take from now on. */
    void patience(Duration most) throws IOException {
        socket.setSoTimeout(Math.toIntExact(most.plus(ANSWER).toMillis()));
    }

    void close() {
        try {
            socket.close();
        } catch (IOException _) {
            // It is closed, one way or the other.
        }
    }

    private void hear(Response response) {
        if (response instanceof IMAPResponse told && told.keyEquals("EXISTS")) {
            news = true;
        }
    }
}
