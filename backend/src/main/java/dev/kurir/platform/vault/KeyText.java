package dev.kurir.platform.vault;

import dev.kurir.platform.StartRefusedException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/** Keys as people keep them: base64 of 32 octets, separated by blanks, lines or commas; the first one seals. */
final class KeyText {
    private KeyText() {}

    static List<VaultKey> parse(String source, String text) {
        return List.of(text.strip().split("[\\s,]+")).stream()
                .map(key -> parseOne(source, key))
                .toList();
    }

    static String random() {
        byte[] key = new byte[VaultKey.OCTETS];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    private static VaultKey parseOne(String source, String key) {
        try {
            byte[] octets = Base64.getDecoder().decode(key);
            if (octets.length == VaultKey.OCTETS) {
                return VaultKey.of(octets);
            }
        } catch (IllegalArgumentException _) {
            // Said below, without the text: it may be a key with one wrong character.
        }
        throw new StartRefusedException(source
                + " does not hold a key. A key is 32 octets in base64, as \"openssl rand -base64 32\" prints them.");
    }
}
