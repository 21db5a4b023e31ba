package dev.kurir.platform.vault;

import dev.kurir.kernel.DomainException;

/**
 * A stored secret does not open with the keys that this program has. Somebody has to bring the key or type the secret
 * again.
 */
public final class SecretUnreadableException extends DomainException {
    private static final long serialVersionUID = 1L;

    SecretUnreadableException(String sentence) {
        super(Kind.UNAVAILABLE, "secret_unreadable", sentence);
    }
}
