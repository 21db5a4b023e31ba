package dev.kurir.kernel;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address that can stand in an SMTP envelope (RFC 5321 §4.1.2, dot-string local part): at most 254 octets, ASCII
 * local part, the domain in its ASCII form. Control characters, quotes and spaces are refused, so no address can inject
 * a command.
 */
public record EmailAddress(String value) {
    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])");
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

    private static boolean isValid(String value) {
        int at = value.lastIndexOf('@');
        return at > 0
                && at <= 64
                && value.length() <= 254
                && LOCAL.matcher(value.substring(0, at)).matches()
                && DOMAIN.matcher(value.substring(at + 1)).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
