package dev.kurir.delivery.mime;

import dev.kurir.outbox.DraftContent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What separates the parts: made from the content. {@code =_} cannot stand in quoted-printable or base64 text, so no
 * value can imitate it.
 */
final class Boundary {
    private static final int LENGTH = 24;

    private Boundary() {}

    static String of(DraftContent draft) {
        MessageDigest digest = sha256();
        for (String part : List.of(
                draft.subject(),
                draft.preheader(),
                draft.html(),
                draft.text(),
                draft.fromName(),
                draft.from().value(),
                String.valueOf(draft.letter().messageId()))) {
            digest.update(part.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        return "=_kurir_" + HexFormat.of().formatHex(digest.digest()).substring(0, LENGTH);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
