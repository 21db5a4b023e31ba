package dev.kurir.delivery.smtp;

import dev.kurir.account.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** As whom to log in, in the forms that SMTP wants (RFC 4616, and LOGIN as everybody does it). */
record Credentials(String username, @Nullable Secret password) {
    boolean areMissing() {
        return password == null || username.isBlank();
    }

    String plain() {
        return base64("\0" + username + "\0" + secret());
    }

    String loginName() {
        return base64(username);
    }

    String loginSecret() {
        return base64(secret());
    }

    private String secret() {
        return password == null ? "" : password.value();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Credentials[" + username + "]";
    }
}
