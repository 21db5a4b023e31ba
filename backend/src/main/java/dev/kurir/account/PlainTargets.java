package dev.kurir.account;

import dev.kurir.kernel.DomainException;
import dev.kurir.platform.io.BlockingMailIo;
import dev.kurir.platform.net.TargetGuard;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Without encryption only to hosts that the operator named; the connection itself is checked once more. */
@Component
class PlainTargets {
    private static final byte[] NOWHERE = new byte[4];

    private final TargetGuard guard;
    private final BlockingMailIo io;

    PlainTargets(TargetGuard guard, BlockingMailIo io) {
        this.guard = guard;
        this.io = io;
    }

    /** Refuses {@code plain_not_allowed}. */
    Mono<Void> check(Endpoint smtp, @Nullable Endpoint imap) {
        return check("/smtp/security", smtp)
                .then(Mono.defer(() -> imap == null ? Mono.empty() : check("/imap/security", imap)));
    }

    /** Endpoints that stay as they are were allowed when they were set. */
    Mono<Void> checkChange(AccountSettings old, Endpoint smtp, @Nullable Endpoint imap) {
        Mono<Void> outgoing = smtp.equals(old.smtp()) ? Mono.empty() : check("/smtp/security", smtp);
        Mono<Void> incoming = imap == null || imap.equals(old.imap()) ? Mono.empty() : check("/imap/security", imap);
        return outgoing.then(incoming);
    }

    private Mono<Void> check(String pointer, Endpoint endpoint) {
        if (endpoint.security() != ConnectionSecurity.NONE) {
            return Mono.empty();
        }
        return io.call(() -> isTrusted(endpoint))
                .filter(trusted -> trusted)
                .switchIfEmpty(Mono.error(() -> refusal(pointer)))
                .then();
    }

    private boolean isTrusted(Endpoint endpoint) throws UnknownHostException {
        return Arrays.stream(addresses(endpoint.host()))
                .allMatch(address -> guard.isTrusted(endpoint.host(), address, endpoint.port()));
    }

    /** A name that nobody knows yet can still be one that the operator allowed by name. */
    private static InetAddress[] addresses(String host) throws UnknownHostException {
        try {
            return InetAddress.getAllByName(host);
        } catch (UnknownHostException _) {
            return new InetAddress[] {InetAddress.getByAddress(NOWHERE)};
        }
    }

    private static DomainException refusal(String pointer) {
        return DomainException.invalid(
                pointer,
                "plain_not_allowed",
                "Without encryption the password could be read on the way. Only the operator can allow it for a host.");
    }
}
