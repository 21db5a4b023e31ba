package dev.kurir.delivery.mime;

import java.nio.charset.StandardCharsets;

/**
 * The quoted-printable encoding (RFC 2045 §6.7) of a text that begins at the start of a line. Whatever the text, no
 * line is longer than 75 octets, so that a soft break can follow; none ends with a blank, and none begins with a dot or
 * {@code From }, so that nobody on the way has to change it.
 */
final class QuotedPrintable {
    static final byte[] SOFT_BREAK = {'=', '\r', '\n'};

    private static final int LONGEST = 75;
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    private QuotedPrintable() {}

    static void encode(String text, Octets out) {
        int column = 0;
        int i = 0;
        while (i < text.length()) {
            int lineEnd = lineEnd(text, i);
            if (lineEnd > 0) {
                out.crlf();
                column = 0;
                i += lineEnd;
                continue;
            }
            int point = text.codePointAt(i);
            int next = i + Character.charCount(point);
            int width = width(text, i, point, column == 0);
            if (column + width > LONGEST) {
                out.put(SOFT_BREAK);
                column = 0;
                width = width(text, i, point, true);
            }
            put(point, width, out);
            column += width;
            i = next;
        }
    }

    static byte[] encode(String text) {
        Octets out = new Octets(text.length() + text.length() / 8);
        encode(text, out);
        return out.toArray();
    }

    /** How many characters make the line end here: CRLF, CR or LF; 0 when there is none. */
    private static int lineEnd(String text, int at) {
        char c = text.charAt(at);
        if (c == '\r') {
            return text.startsWith("\r\n", at) ? 2 : 1;
        }
        return c == '\n' ? 1 : 0;
    }

    /** 1 for a character that stands for itself, else 3 for each of its octets. */
    private static int width(String text, int at, int point, boolean startsLine) {
        if (point > 0x7E) {
            return 3 * utf8(point).length;
        }
        boolean innerBlank = (point == ' ' || point == '\t') && !endsLine(text, at + 1);
        boolean plain = innerBlank || (point > ' ' && point != '=');
        boolean changedOnTheWay = startsLine && (point == '.' || (point == 'F' && text.startsWith("From ", at)));
        if (point == 0) {
            return 3 * utf8(point).length;
        }
        return plain && !changedOnTheWay ? 1 : 3;
    }

    private static boolean endsLine(String text, int at) {
        return at == text.length() || lineEnd(text, at) > 0;
    }

    private static void put(int point, int width, Octets out) {
        if (width == 1) {
            out.put(point);
            return;
        }
        for (byte octet : utf8(point)) {
            out.put('=').put(HEX[(octet >> 4) & 0xF]).put(HEX[octet & 0xF]);
        }
    }

    /** Half a surrogate pair and NUL are no text: they become the replacement character. */
    private static byte[] utf8(int point) {
        boolean noText = point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
        return Character.toString(noText ? 0xFFFD : point).getBytes(StandardCharsets.UTF_8);
    }
}
