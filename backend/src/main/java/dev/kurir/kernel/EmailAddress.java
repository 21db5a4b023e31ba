package dev.kurir.kernel;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * An address that can stand in an SMTP envelope (RFC 5321 §4.1.2, dot-string local part): at most 254 octets, ASCII
 * local part, the domain in its ASCII form. Control characters, quotes and spaces are refused, so no address can inject
 * a command.
 */
public record EmailAddress(String value) {
    private static final String LOCAL_SIGNS = "!#$%&'*+/=?^_`{|}~-";
    private static final int HASH_LENGTH = 16;

    public EmailAddress {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an e-mail address");
        }
    }

    /** The address in this text, trimmed and its domain made ASCII; empty when it is none. */
    public static Optional<EmailAddress> parse(String text) {
        String trimmed = text.strip();
        int at = trimmed.lastIndexOf('@');
        if (at <= 0) {
            return Optional.empty();
        }
        try {
            String candidate = trimmed.substring(0, at + 1) + IDN.toASCII(trimmed.substring(at + 1));
            return isValid(candidate) ? Optional.of(new EmailAddress(candidate)) : Optional.empty();
        } catch (IllegalArgumentException notADomain) {
            return Optional.empty();
        }
    }

    /** The address in this text, or a refusal that names the field. */
    public static EmailAddress require(String pointer, String text) {
        return parse(text)
                .orElseThrow(() -> DomainException.invalid(
                        pointer, "email_invalid", "This is not an e-mail address that mail can be sent to."));
    }

    public String local() {
        return value.substring(0, value.lastIndexOf('@'));
    }

    public String domain() {
        return value.substring(value.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    /** What makes two spellings the same recipient: sha256 of the lower-cased address, first 16 octets. */
    public byte[] hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(value.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII));
            return Arrays.copyOf(digest, HASH_LENGTH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    // Read for each message on its way out: no regular expressions.
    private static boolean isValid(String value) {
        int at = value.lastIndexOf('@');
        return at > 0 && at <= 64 && value.length() <= 254 && isLocal(value, at) && isDomain(value, at + 1);
    }

    /** Atoms with single dots between them (dot-atom, RFC 5322 §3.2.3). */
    private static boolean isLocal(String value, int end) {
        boolean isAfterAtom = false;
        for (int i = 0; i < end; i++) {
            char c = value.charAt(i);
            boolean isDot = c == '.';
            if (isDot ? !isAfterAtom : !isLetterOrDigit(c) && LOCAL_SIGNS.indexOf(c) < 0) {
                return false;
            }
            isAfterAtom = !isDot;
        }
        return isAfterAtom;
    }

    /** At least two labels (RFC 1035 §2.3.1, RFC 1123 §2.1); the last begins with a letter and has two characters. */
    private static boolean isDomain(String value, int from) {
        int label = from;
        for (int dot = value.indexOf('.', label); dot >= 0; dot = value.indexOf('.', label)) {
            if (!isLabel(value, label, dot)) {
                return false;
            }
            label = dot + 1;
        }
        return label > from
                && value.length() - label > 1
                && isLetter(value.charAt(label))
                && isLabel(value, label, value.length());
    }

    private static boolean isLabel(String value, int from, int end) {
        if (end <= from || end - from > 63 || value.charAt(from) == '-' || value.charAt(end - 1) == '-') {
            return false;
        }
        for (int i = from; i < end; i++) {
            if (!isLetterOrDigit(value.charAt(i)) && value.charAt(i) != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetterOrDigit(char c) {
        return isLetter(c) || (c >= '0' && c <= '9');
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    @Override
    public String toString() {
        return value;
    }
}
