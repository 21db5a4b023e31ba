package dev.kurir.delivery.smtp;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Makes words from outside fit for a log and a database: one line, no control characters, at most 500 octets. */
final class ReplyText {
    private static final int LONGEST = 500;
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}\\p{Cs}\\u0080-\\u009F\\u2028\\u2029\\s]+");

    private ReplyText() {}

    static String clean(String raw) {
        String line = UNFIT.matcher(raw).replaceAll(" ").strip();
        byte[] octets = line.getBytes(StandardCharsets.UTF_8);
        if (octets.length <= LONGEST) {
            return line;
        }
        int end = LONGEST;
        // Back to the start of a character.
        while ((octets[end] & 0xC0) == 0x80) {
            end--;
        }
        return new String(Arrays.copyOf(octets, end), StandardCharsets.UTF_8);
    }
}
