package dev.kurir.content;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Percent-encoding (RFC 3986 §2), and the schemes an address may have. */
final class UrlEscape {
    private static final Pattern HARMLESS = Pattern.compile("(?i)(https?://|mailto:|tel:|cid:).*", Pattern.DOTALL);
    private static final String UNRESERVED = "-._~";
    private static final String RESERVED = ":/?#[]@!$&'()*+,;=%";
    private static final String HEX = "0123456789ABCDEF";

    private UrlEscape() {}

    /** The address, or one that leads nowhere when its scheme could run something. */
    static String whole(String value) {
        String address = value.strip();
        return HARMLESS.matcher(address).matches() ? part(address, RESERVED) : "#";
    }

    static String part(String value, String alsoKept) {
        StringBuilder out = new StringBuilder(value.length() + 16);
        for (byte octet : value.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xFF);
            if (isKept(c, alsoKept)) {
                out.append(c);
            } else {
                out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xF));
            }
        }
        return out.toString();
    }

    private static boolean isKept(char c, String alsoKept) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || UNRESERVED.indexOf(c) >= 0
                || alsoKept.indexOf(c) >= 0;
    }
}
