package dev.kurir.delivery.mime;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Text of a header as encoded words (RFC 2047): UTF-8, whole characters, no line longer than 76. */
final class EncodedWords {
    private static final String START = "=?UTF-8?";
    private static final String END = "?=";
    private static final int WIDTH = 76;
    private static final int FRAME = START.length() + 2 + END.length();
    private static final String STANDS_FOR_ITSELF = "!*+-/";

    private EncodedWords() {}

    /** Writes the words; returns the column after the last one. */
    static int write(String text, int startColumn, Octets out) {
        boolean asText = prefersText(text);
        int column = startColumn;
        int from = 0;
        while (from < text.length()) {
            int to = fit(text, from, WIDTH - column - FRAME, asText);
            if (to == from) {
                out.ascii("\r\n ");
                column = 1;
                continue;
            }
            String word = START + (asText ? "Q?" : "B?") + encode(text.substring(from, to), asText) + END;
            out.ascii(word);
            column += word.length();
            from = to;
        }
        return column;
    }

    /** How far a word of so many characters reaches, never through a character. */
    private static int fit(String text, int from, int room, boolean asText) {
        int to = from;
        int used = 0;
        while (to < text.length()) {
            int point = text.codePointAt(to);
            int next = to + Character.charCount(point);
            used += asText ? textWidth(point) : octets(point);
            if ((asText ? used : (used + 2) / 3 * 4) > room) {
                break;
            }
            to = next;
        }
        return to;
    }

    private static String encode(String part, boolean asText) {
        byte[] octets = part.getBytes(StandardCharsets.UTF_8);
        if (!asText) {
            return Base64.getEncoder().encodeToString(octets);
        }
        StringBuilder word = new StringBuilder();
        for (byte octet : octets) {
            if (octet == ' ') {
                word.append('_');
            } else if (isItself(octet)) {
                word.append((char) octet);
            } else {
                word.append("=%02X".formatted(octet & 0xFF));
            }
        }
        return word.toString();
    }

    /** Encoding as text is shorter, and legible, while most of it is ASCII. */
    private static boolean prefersText(String text) {
        return text.codePoints().filter(point -> point > 0x7E).count() * 4 < text.length();
    }

    private static int textWidth(int point) {
        return point == ' ' || isItself(point) ? 1 : 3 * octets(point);
    }

    private static boolean isItself(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || (c > 0 && STANDS_FOR_ITSELF.indexOf(c) >= 0);
    }

    private static int octets(int point) {
        boolean halfPair = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        if (point < 0x80 || halfPair) {
            return 1;
        }
        return point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    }
}
