package dev.kurir.delivery.mime;

import dev.kurir.kernel.DomainException;
import java.nio.charset.StandardCharsets;

/**
 * Writes header fields whole (RFC 5322 §2.2, RFC 2047). A value can never begin a line of its own: CR, LF and NUL are
 * refused, everything else that is not plain ASCII is encoded.
 */
final class HeaderField {
    private static final int WIDTH = 76;
    private static final int LONGEST_LINE = 998;
    private static final int LONGEST_WORD = 66;

    private HeaderField() {}

    /** A field of free text, such as the subject. */
    static void text(String name, String value, Octets out) {
        requireOneLine(name, value);
        begin(name, out);
        if (isPlain(value) && HeaderText.longestWord(value) <= LONGEST_WORD && !value.contains("  ")) {
            fold(value, name.length() + 2, out);
        } else {
            EncodedWords.write(value, name.length() + 2, out);
        }
        out.crlf();
    }

    /** A field with one address. */
    static void address(String name, String person, String address, Octets out) {
        firstAddress(name, person, address, out);
        out.crlf();
    }

    /** The beginning of a field with several addresses. */
    static void firstAddress(String name, String person, String address, Octets out) {
        requireOneLine(name, person);
        begin(name, out);
        mailbox(person, address, name.length() + 2, out);
    }

    /** One more, on a line of its own. */
    static void nextAddress(String person, String address, Octets out) {
        requireOneLine("To", person);
        out.put(',').crlf().put(' ');
        mailbox(person, address, 1, out);
    }

    private static void mailbox(String person, String address, int startColumn, Octets out) {
        int column = startColumn + phrase(person, startColumn, out);
        if (!person.isEmpty()) {
            out.ascii(column + address.length() + 3 > WIDTH ? "\r\n " : " ");
        }
        out.ascii(person.isEmpty() ? address : "<" + address + ">");
    }

    /** A field whose value is ready: ASCII, its blanks are where it may be folded. */
    static void ready(String name, String value, Octets out) {
        requireOneLine(name, value);
        boolean fits =
                HeaderText.isPrintable(value) && HeaderText.longestWord(value) < LONGEST_LINE - name.length() - 2;
        if (!fits || !HeaderText.isName(name)) {
            throw DomainException.invalid(
                    "/headers", "bad_header", "The header field " + clean(name) + " cannot be sent.");
        }
        begin(name, out);
        fold(value, name.length() + 2, out);
        out.crlf();
    }

    static void requireOneLine(String name, String value) {
        if (value.indexOf('\r') >= 0 || value.indexOf('\n') >= 0 || value.indexOf('\0') >= 0) {
            throw DomainException.invalid(
                    "/headers",
                    "control_character",
                    "The header field " + clean(name) + " would hold a line break: one of its values contains one.");
        }
    }

    private static void begin(String name, Octets out) {
        out.ascii(name).ascii(": ");
    }

    /** Writes a display name; returns how far the line got. */
    private static int phrase(String person, int column, Octets out) {
        int before = out.length();
        if (!isPlain(person) || person.length() > WIDTH - column - 2) {
            return EncodedWords.write(person, column, out) - column;
        }
        if (person.isEmpty() || (HeaderText.isAtoms(person) && !person.contains("  "))) {
            out.ascii(person);
        } else {
            out.put('"')
                    .ascii(person.replace("\\", "\\\\").replace("\"", "\\\""))
                    .put('"');
        }
        return out.length() - before;
    }

    /** Breaks lines before single blanks, which reading gives back as they were. */
    private static void fold(String value, int startColumn, Octets out) {
        int column = startColumn;
        int from = 0;
        while (from < value.length()) {
            int blank = value.indexOf(' ', from + 1);
            int to = blank < 0 ? value.length() : blank;
            if (column + to - from > WIDTH && from > 0) {
                out.crlf();
                column = 0;
            }
            out.put(value.substring(from, to).getBytes(StandardCharsets.US_ASCII));
            column += to - from;
            from = to;
        }
    }

    /** Stands for itself in a header: printable ASCII without anything that reads as an encoded word. */
    private static boolean isPlain(String value) {
        return HeaderText.isPrintable(value)
                && !value.contains("=?")
                && value.length() == value.strip().length();
    }

    private static String clean(String name) {
        return HeaderText.isName(name) ? name : "(unnamed)";
    }
}
