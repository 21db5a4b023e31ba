package dev.kurir.account;

import org.jspecify.annotations.Nullable;

/**
 * Passwords as a person gives them: null keeps what is stored, an empty one removes it. Without one of its own, IMAP
 * uses the password of SMTP.
 */
public record Passwords(@Nullable Secret smtp, @Nullable Secret imap) {
    public static final Passwords KEPT = new Passwords(null, null);
}
