package dev.kurir.account;

import dev.kurir.kernel.DomainException;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A stored password goes only to the hosts it was given for. Whoever names another host must know the password,
 * otherwise changing the host would be a way to read it.
 */
final class PasswordReuse {
    private PasswordReuse() {}

    /** Refuses {@code password_required} where stored passwords would go to a new host. */
    static void check(Account stored, Endpoint smtp, @Nullable Endpoint imap, Passwords given) {
        if (stored.passwordStored()
                && given.smtp() == null
                && !smtpHosts(stored).contains(host(smtp))) {
            throw required("/password");
        }
        if (imap != null && !hasNew(given.imap()) && reachesNewHost(stored, imap, given)) {
            throw required("/imapPassword");
        }
    }

    private static boolean reachesNewHost(Account stored, Endpoint imap, Passwords given) {
        @Nullable Endpoint old = stored.settings().imap();
        boolean keepsItsOwn = stored.imapPasswordStored() && given.imap() == null;
        return keepsItsOwn
                ? old == null || !host(old).equals(host(imap))
                : stored.passwordStored()
                        && given.smtp() == null
                        && !smtpHosts(stored).contains(host(imap));
    }

    /** An empty one only removes what is stored; IMAP then uses the password of SMTP. */
    private static boolean hasNew(@Nullable Secret secret) {
        return secret != null && !secret.value().isEmpty();
    }

    /** The hosts that were given the password of SMTP. */
    private static Set<String> smtpHosts(Account stored) {
        @Nullable Endpoint shared = stored.imapPasswordStored() ? null : stored.settings().imap();
        return Stream.of(stored.settings().smtp(), shared)
                .filter(Objects::nonNull)
                .map(PasswordReuse::host)
                .collect(Collectors.toSet());
    }

    private static String host(Endpoint endpoint) {
        return endpoint.host().toLowerCase(Locale.ROOT);
    }

    private static DomainException required(String pointer) {
        return DomainException.invalid(
                pointer, "password_required", "The host is another one: enter the password again.");
    }
}
