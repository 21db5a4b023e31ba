package dev.kurir.platform.net;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One entry of {@code KURIR_ALLOW_PRIVATE_TARGETS}: {@code host}, {@code host:port}, {@code cidr}, {@code cidr:port};
 * IPv6 with a port stands in brackets.
 */
final class AllowedTarget {
    private static final Pattern BRACKETS = Pattern.compile("\\[([^]]+)](?::(\\d+))?");
    private static final Pattern WITH_PORT = Pattern.compile("([^:]+):(\\d+)");
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+(/\\d+)?|[0-9a-f]*:[0-9a-f:.]*(/\\d+)?");
    private static final int ANY_PORT = 0;

    private final String host;
    private final @Nullable AddressRange range;
    private final int port;

    private AllowedTarget(String target, int port) {
        this.host = target;
        this.range = LITERAL.matcher(target).matches() ? AddressRange.parse(target) : null;
        this.port = port;
    }

    static List<AllowedTarget> parseList(String text) {
        return Arrays.stream(text.split(","))
                .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
                .filter(entry -> !entry.isEmpty())
                .map(AllowedTarget::parse)
                .toList();
    }

    private static AllowedTarget parse(String entry) {
        for (Pattern form : List.of(BRACKETS, WITH_PORT)) {
            Matcher parts = form.matcher(entry);
            if (parts.matches()) {
                return new AllowedTarget(
                        parts.group(1), parts.group(2) == null ? ANY_PORT : Integer.parseInt(parts.group(2)));
            }
        }
        return new AllowedTarget(entry, ANY_PORT);
    }

    boolean covers(String name, InetAddress address, int wantedPort) {
        boolean portFits = port == ANY_PORT || port == wantedPort;
        return portFits && (range == null ? host.equalsIgnoreCase(name) : range.contains(address));
    }
}
