package dev.kurir.inbox.mime;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Octets as text, whatever they claim to be: what is called UTF-8 or ASCII and is neither is windows-1252, and so is
 * what nobody knows the name of. U+0000 is left out: no database text can hold it.
 */
final class OctetText {
    private static final Charset FALLBACK = Charset.forName("windows-1252");

    private OctetText() {}

    static String of(byte[] octets, @Nullable String charset) {
        Charset claimed = charset(charset).orElse(StandardCharsets.UTF_8);
        boolean isAscii = claimed.equals(StandardCharsets.US_ASCII);
        String text = decode(octets, isAscii ? StandardCharsets.UTF_8 : claimed)
                .orElseGet(() -> new String(octets, isUnicode(claimed) || isAscii ? FALLBACK : claimed));
        return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
    }

    /** A name that mails use, quotes and all. */
    static Optional<Charset> charset(@Nullable String name) {
        if (name == null) {
            return Optional.empty();
        }
        String bare = name.replace("\"", "").strip().toLowerCase(Locale.ROOT);
        try {
            // What mail programs call latin-1 is the larger set of Windows (WHATWG Encoding §4.2).
            return Optional.of(
                    bare.equals("iso-8859-1") || bare.equals("latin1") ? FALLBACK : Charset.forName(alias(bare)));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.of(FALLBACK);
        }
    }

    private static String alias(String name) {
        return switch (name) {
            case "utf8", "unicode-1-1-utf-8" -> "utf-8";
            case "ks_c_5601-1987" -> "ms949";
            case "gb2312" -> "gb18030";
            case "", "default", "ansi", "x-unknown", "unknown-8bit" -> "utf-8";
            default -> name;
        };
    }

    private static boolean isUnicode(Charset charset) {
        return charset.equals(StandardCharsets.UTF_8);
    }

    private static Optional<String> decode(byte[] octets, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(octets))
                    .toString());
        } catch (CharacterCodingException lie) {
            return Optional.empty();
        }
    }
}
