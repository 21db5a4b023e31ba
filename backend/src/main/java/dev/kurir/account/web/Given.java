package dev.kurir.account.web;

import dev.kurir.account.Passwords;
import dev.kurir.account.Secret;
import dev.kurir.kernel.EmailAddress;
import org.jspecify.annotations.Nullable;

/** What stands for something left out of a request. */
final class Given {
    private Given() {}

    static <T> T or(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }

    static @Nullable String orNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** The address where left out. */
    static String username(@Nullable String username, EmailAddress from) {
        return username == null || username.isBlank() ? from.value() : username.strip();
    }

    static Passwords passwords(@Nullable String smtp, @Nullable String imap) {
        return new Passwords(smtp == null ? null : new Secret(smtp), imap == null ? null : new Secret(imap));
    }
}
