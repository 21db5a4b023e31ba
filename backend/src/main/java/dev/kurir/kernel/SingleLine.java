package dev.kurir.kernel;

/**
 * Text that will stand in a mail header or envelope: one line, no control characters (RFC 5322 §2.2, RFC 5321 §4.1.2).
 */
public final class SingleLine {
    private SingleLine() {}

    /** The text itself, or a refusal that names the field. */
    public static String require(String pointer, String text) {
        if (isClean(text)) {
            return text;
        }
        throw DomainException.invalid(
                pointer, "control_character", "Line breaks and control characters cannot stand here.");
    }

    public static boolean isClean(String text) {
        return text.chars().noneMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029);
    }
}
