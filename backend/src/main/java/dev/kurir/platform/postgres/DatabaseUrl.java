package dev.kurir.platform.postgres;

import dev.kurir.platform.StartRefusedException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code KURIR_DB_URL}, written as PostgreSQL's own tools write it. */
final class DatabaseUrl {

    private static final int DEFAULT_PORT = 5432;
    private static final Set<String> SSL_MODES =
            Set.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

    private DatabaseUrl() {}

    static DatabaseLocation parse(String text) {
        URI uri = uri(text);
        String scheme = uri.getScheme();
        String user = uri.getRawUserInfo();
        String host = uri.getHost();
        String path = uri.getRawPath();
        if (!("postgresql".equals(scheme) || "postgres".equals(scheme))
                || host == null
                || user == null
                || path == null
                || path.length() < 2) {
            throw unreadable();
        }
        String[] login = user.split(":", 2);
        return new DatabaseLocation(
                host,
                uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort(),
                decoded(path.substring(1)),
                decoded(login[0]),
                login.length > 1 ? decoded(login[1]) : "",
                sslMode(uri.getRawQuery(), host));
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException _) {
            // Its message would repeat the password.
            throw unreadable();
        }
    }

    private static StartRefusedException unreadable() {
        return new StartRefusedException(
                "KURIR_DB_URL must look like postgresql://user:password@host:5432/kurir (special characters in the password percent-encoded).");
    }

    private static String sslMode(@Nullable String query, String host) {
        String asked = query == null
                ? null
                : Arrays.stream(query.split("&"))
                        .filter(part -> part.startsWith("sslmode="))
                        .map(part -> part.substring("sslmode=".length()))
                        .findFirst()
                        .orElse(null);
        if (asked == null) {
            return isLoopback(host) ? "disable" : "prefer";
        }
        if (!SSL_MODES.contains(asked)) {
            throw new StartRefusedException(
                    "KURIR_DB_URL: sslmode must be one of " + String.join(", ", SSL_MODES) + ".");
        }
        return asked;
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException _) {
            return false;
        }
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
