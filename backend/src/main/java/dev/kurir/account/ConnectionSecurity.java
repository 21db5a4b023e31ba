package dev.kurir.account;

import java.util.Locale;

/**
 * How a connection is protected. {@link #NONE} only to hosts that the operator allowed; there is no silent fall-back to
 * it.
 */
public enum ConnectionSecurity {
    TLS,
    STARTTLS,
    NONE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ConnectionSecurity of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
