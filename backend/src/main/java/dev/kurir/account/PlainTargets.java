package dev.kurir.account;

import dev.kurir.kernel.DomainException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Which hosts may be spoken to without encryption: those that the operator named in {@code KURIR_ALLOW_PRIVATE_TARGETS}
 * ({@code host:port} or {@code host}, separated by commas).
 */
@Component
class PlainTargets {
    private final Set<String> allowed;

    PlainTargets(@Value("${kurir.allow-private-targets:}") String allowed) {
        this.allowed = Arrays.stream(allowed.split(","))
                .map(target -> target.strip().toLowerCase(Locale.ROOT))
                .filter(target -> !target.isEmpty())
                .collect(Collectors.toSet());
    }

    void check(AccountSettings settings) {
        check("/smtp/security", settings.smtp());
        if (settings.imap() != null) {
            check("/imap/security", settings.imap());
        }
    }

    /** Endpoints that stay as they are were allowed when they were set. */
    void checkChange(AccountSettings old, Endpoint smtp, @Nullable Endpoint imap) {
        if (!smtp.equals(old.smtp())) {
            check("/smtp/security", smtp);
        }
        if (imap != null && !imap.equals(old.imap())) {
            check("/imap/security", imap);
        }
    }

    void check(String pointer, Endpoint endpoint) {
        if (endpoint.security() == ConnectionSecurity.NONE && !isAllowed(endpoint)) {
            throw DomainException.invalid(
                    pointer,
                    "plain_not_allowed",
                    "Without encryption the password could be read on the way. Only the operator can allow it for a host.");
        }
    }

    private boolean isAllowed(Endpoint endpoint) {
        String host = endpoint.host().toLowerCase(Locale.ROOT);
        return allowed.contains(host) || allowed.contains(host + ":" + endpoint.port());
    }
}
