package dev.kurir.platform.net;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keeps what a person types as a host from becoming a door into the network we stand in (server-side request forgery):
 * every address of a name has to be public, and the connection goes to the address that was checked, not to the name
 * again. The operator may name exceptions.
 */
@Component
public class TargetGuard {
    /** What is spoken there, and so on which ports. */
    public enum Protocol {
        SMTP(25, 465, 587, 2465, 2525, 2587),
        IMAP(143, 993);

        private final Set<Integer> ports;

        Protocol(Integer... ports) {
            this.ports = Set.of(ports);
        }
    }

    private final List<AllowedTarget> allowed;
    private final Set<Integer> ownPorts = new CopyOnWriteArraySet<>();

    public TargetGuard(@Value("${kurir.allow-private-targets:}") String allowed) {
        this.allowed = AllowedTarget.parseList(allowed);
    }

    /** The addresses of the host, all of them allowed. Blocking: it asks the name service. */
    public List<InetAddress> resolve(String host, int port, Protocol protocol) throws IOException {
        List<InetAddress> addresses = List.of(InetAddress.getAllByName(host));
        for (InetAddress address : addresses) {
            check(host, address, port, protocol);
        }
        return addresses;
    }

    /** Whether the operator named it, or it is a server of our own: only there may a connection go unencrypted. */
    public boolean isTrusted(String host, InetAddress address, int port) {
        boolean own = address.isLoopbackAddress() && ownPorts.contains(port);
        return own || allowed.stream().anyMatch(target -> target.covers(host, address, port));
    }

    /** A server of our own listens on this port of the loopback interface. */
    public void allowOwnPort(int port) {
        ownPorts.add(port);
    }

    private void check(String host, InetAddress address, int port, Protocol protocol) throws IOException {
        if (isTrusted(host, address, port)) {
            return;
        }
        if (!PublicAddress.is(address)) {
            throw new ForbiddenTargetException("The host is not on the public internet.");
        }
        if (!protocol.ports.contains(port)) {
            throw new ForbiddenTargetException("Port %d is not a port for %s.".formatted(port, protocol));
        }
    }
}
