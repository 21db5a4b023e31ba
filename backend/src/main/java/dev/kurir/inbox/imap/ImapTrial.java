package dev.kurir.inbox.imap;

import dev.kurir.account.ConnectionProbe.Protocol;
import dev.kurir.account.ConnectionProbe.Step;
import dev.kurir.account.ConnectionProbe.StepName;
import dev.kurir.account.ConnectionProbe.Target;
import dev.kurir.account.Endpoint;
import dev.kurir.account.ProbeSteps;
import dev.kurir.account.Secret;
import dev.kurir.platform.net.Trouble;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** One try of the settings, step by step. Blocking. */
final class ImapTrial {
    private final Target target;
    private final Endpoint endpoint;
    private final GuardedSockets sockets;
    private final ProbeSteps steps =
            new ProbeSteps(Protocol.IMAP, List.of(StepName.DNS, StepName.CONNECT, StepName.TLS, StepName.LOGIN));

    ImapTrial(Target target, GuardedSockets sockets) {
        this.target = target;
        this.endpoint = target.endpoint();
        this.sockets = sockets;
    }

    List<Step> run() {
        try {
            attempt();
        } catch (ImapTalk.RefusedException refused) {
            steps.fail(refused.words());
        } catch (PlainRefusedException refused) {
            steps.fail(String.valueOf(refused.getMessage()));
        } catch (IOException trouble) {
            steps.fail(Trouble.words(trouble));
        }
        return steps.all();
    }

    private void attempt() throws IOException {
        List<InetSocketAddress> addresses = sockets.resolve(endpoint);
        steps.ok(
                StepName.DNS,
                addresses.stream()
                        .map(address -> address.getAddress().getHostAddress())
                        .collect(Collectors.joining(", ")));
        try (Socket socket = sockets.connect(endpoint, addresses)) {
            switch (endpoint.security()) {
                case TLS -> overTls(socket);
                case STARTTLS -> overStartTls(socket);
                case NONE -> inTheClear(socket);
            }
        }
    }

    private void overTls(Socket socket) throws IOException {
        steps.ok(StepName.CONNECT, null);
        try (SSLSocket secure = secured(socket)) {
            ImapTalk talk = new ImapTalk(secure);
            talk.greeting();
            login(talk);
        }
    }

    private void overStartTls(Socket socket) throws IOException {
        ImapTalk plain = new ImapTalk(socket);
        steps.ok(StepName.CONNECT, plain.greeting());
        plain.startTls();
        // What was slipped in behind the answer stays in the old conversation, which nobody reads any more.
        try (SSLSocket secure = secured(socket)) {
            login(new ImapTalk(secure));
        }
    }

    private void inTheClear(Socket socket) throws IOException {
        ImapTalk talk = new ImapTalk(socket);
        steps.ok(StepName.CONNECT, talk.greeting());
        steps.skip(StepName.TLS);
        if (target.password() != null && !socket.getInetAddress().isLoopbackAddress()) {
            steps.fail("The password does not go over an unencrypted connection.");
        } else {
            login(talk);
        }
    }

    private SSLSocket secured(Socket socket) throws IOException {
        SSLSocket secure = sockets.secure(socket, endpoint);
        steps.ok(StepName.TLS, secure.getSession().getProtocol());
        return secure;
    }

    private void login(ImapTalk talk) throws IOException {
        @Nullable Secret password = target.password();
        if (password == null || target.username().isBlank()) {
            steps.skip(StepName.LOGIN);
        } else {
            steps.ok(StepName.LOGIN, talk.login(target.username(), password.value()));
        }
        talk.logout();
    }
}
