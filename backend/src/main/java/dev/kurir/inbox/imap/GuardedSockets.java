package dev.kurir.inbox.imap;

import dev.kurir.account.ConnectionSecurity;
import dev.kurir.account.Endpoint;
import dev.kurir.platform.net.TargetGuard;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Opens blocking connections only to addresses that were checked, and secures them only where chain and host name are
 * right. Angus Mail's own way would look the name up again, and connects past any socket factory when that one fails.
 */
final class GuardedSockets {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration READ = Duration.ofSeconds(20);

    private final TargetGuard guard;
    private final SSLSocketFactory tls;

    GuardedSockets(TargetGuard guard, SSLSocketFactory tls) {
        this.guard = guard;
        this.tls = tls;
    }

    List<InetSocketAddress> resolve(Endpoint endpoint) throws IOException {
        return guard.resolve(endpoint.host(), endpoint.port(), TargetGuard.Protocol.IMAP);
    }

    /** To the first of these addresses that answers. */
    Socket connect(Endpoint endpoint, List<InetSocketAddress> addresses) throws IOException {
        IOException last = new ConnectException();
        for (InetSocketAddress address : addresses) {
            refusePlain(endpoint, address);
            Socket socket = new Socket();
            try {
                socket.connect(address, Math.toIntExact(CONNECT.toMillis()));
                socket.setSoTimeout(Math.toIntExact(READ.toMillis()));
                return socket;
            } catch (IOException unreachable) {
                socket.close();
                last = unreachable;
            }
        }
        throw last;
    }

    /** Closing the secure socket closes the plain one. */
    SSLSocket secure(Socket plain, Endpoint endpoint) throws IOException {
        SSLSocket secure = (SSLSocket) tls.createSocket(plain, endpoint.host(), endpoint.port(), true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        return secure;
    }

    private void refusePlain(Endpoint endpoint, InetSocketAddress address) throws IOException {
        if (endpoint.security() == ConnectionSecurity.NONE
                && !guard.isTrusted(endpoint.host(), address.getAddress(), endpoint.port())) {
            throw new PlainRefusedException();
        }
    }
}
