package dev.kurir.inbox;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names and types of files as strangers' programs may have them. */
final class FileNames {
    private static final int LONGEST = 150;
    private static final Pattern TYPE =
            Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]{0,60}/[a-z0-9][a-z0-9!#$&^_.+-]{0,80}");

    /** They cannot be written in base64 (RFC 2046 §5.1, §5.2.1). */
    private static final Pattern COMPOSITE = Pattern.compile("(multipart|message)/.*");

    private static final String UNKNOWN = "application/octet-stream";

    private FileNames() {}

    /** Without folders, controls and what turns the direction of the writing; never empty. */
    static String harmless(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = last.codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
                .filter(c -> Character.getType(c) != Character.SURROGATE)
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return clean.isEmpty() || clean.chars().allMatch(c -> c == '.') ? "file" : clean;
    }

    /** A media type (RFC 6838 §4.2) without parameters. */
    static String typeOf(String type) {
        String essence = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return TYPE.matcher(essence).matches() && !COMPOSITE.matcher(essence).matches() ? essence : UNKNOWN;
    }
}
