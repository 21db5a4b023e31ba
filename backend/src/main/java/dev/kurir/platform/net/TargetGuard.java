package dev.kurir.platform.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
    private final Map<String, InetSocketAddress> ownServers = new ConcurrentHashMap<>();

    public TargetGuard(@Value("${kurir.allow-private-targets:}") String allowed) {
        this.allowed = AllowedTarget.parseList(allowed);
    }

    /** Where to connect to for this host, every address allowed. Blocking: it asks the name service. */
    public List<InetSocketAddress> resolve(String host, int port, Protocol protocol) throws IOException {
        InetSocketAddress own = ownServers.get(name(host, port));
        if (own != null) {
            return List.of(own);
        }
        List<InetSocketAddress> targets = new ArrayList<>();
        for (InetAddress address : InetAddress.getAllByName(host)) {
            check(host, address, port, protocol);
            targets.add(new InetSocketAddress(address, port));
        }
        return List.copyOf(targets);
    }

    /** Whether the operator named it, or it is a server of our own: only there may a connection go unencrypted. */
    public boolean isTrusted(String host, InetAddress address, int port) {
        return ownServers.containsKey(name(host, port))
                || allowed.stream().anyMatch(target -> target.covers(host, address, port));
    }

    /**
     * A server of our own is reached under this host and port, which stay the same, wherever it listens today. Only so:
     * what else listens on this machine stays out of reach.
     */
    public void admitOwn(String host, int port, InetSocketAddress listener) {
        ownServers.put(name(host, port), listener);
    }

    /** The server of our own has stopped. */
    public void forgetOwn(String host, int port) {
        ownServers.remove(name(host, port));
    }

    private static String name(String host, int port) {
        return host.toLowerCase(Locale.ROOT) + ":" + port;
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
