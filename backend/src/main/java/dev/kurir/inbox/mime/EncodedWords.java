package dev.kurir.inbox.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads encoded words (RFC 2047), also where they stand in the middle of other text. Neighbours of one charset are
 * decoded together, because many programs cut characters in two.
 */
final class EncodedWords {
    /** More of them in one field are an attack, or nothing a person would read. */
    private static final int MOST_WORDS = 200;

    private static final Pattern WORD = Pattern.compile("=\\?([^?\\s]{1,60})\\?([bBqQ])\\?([^?]*+)\\?=");

    private EncodedWords() {}

    static String decode(String value) {
        if (!value.contains("=?")) {
            return value;
        }
        StringBuilder text = new StringBuilder(value.length());
        Pending pending = new Pending(text);
        Matcher word = WORD.matcher(value);
        int from = 0;
        for (int words = 0; words < MOST_WORDS && word.find(); words++) {
            String between = value.substring(from, word.start());
            if (!between.isBlank() || pending.isEmpty()) {
                pending.flush();
                text.append(between);
            }
            pending.add(word.group(1), octets(word.group(2), word.group(3)));
            from = word.end();
        }
        pending.flush();
        return text.append(value, from, value.length()).toString();
    }

    /** Words that may belong together. */
    private static final class Pending {
        private final StringBuilder text;
        private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
        private String charset = "";

        Pending(StringBuilder text) {
            this.text = text;
        }

        boolean isEmpty() {
            return charset.isEmpty();
        }

        void add(String named, byte[] more) {
            String language = named.contains("*") ? named.substring(0, named.indexOf('*')) : named; // RFC 2231 §5
            if (!language.equalsIgnoreCase(charset)) {
                flush();
                charset = language.toLowerCase(Locale.ROOT);
            }
            octets.writeBytes(more);
        }

        void flush() {
            text.append(OctetText.of(octets.toByteArray(), charset));
            octets.reset();
            charset = "";
        }
    }

    private static byte[] octets(String encoding, String encoded) {
        return encoding.equalsIgnoreCase("b") ? base64(encoded) : quoted(encoded);
    }

    private static byte[] base64(String encoded) {
        try {
            return Base64.getMimeDecoder().decode(encoded.replace("=", ""));
        } catch (IllegalArgumentException broken) {
            return encoded.getBytes(StandardCharsets.UTF_8);
        }
    }

    private static byte[] quoted(String encoded) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            int value = c == '=' && i + 2 < encoded.length() ? hex(encoded, i + 1) : -1;
            if (value >= 0) {
                octets.write(value);
                i += 2;
            } else if (c == '_') {
                octets.write(' ');
            } else {
                octets.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
            }
        }
        return octets.toByteArray();
    }

    private static int hex(String text, int at) {
        int high = Character.digit(text.charAt(at), 16);
        int low = Character.digit(text.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }
}
