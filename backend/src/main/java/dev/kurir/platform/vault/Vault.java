package dev.kurir.platform.vault;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;

/**
 * Seals secrets for the database and opens them again. Sealed: one octet version, four octets key id, the envelope.
 * Several keys may open; the first one seals, so that a new key can be put before an old one.
 */
public final class Vault {
    private static final byte VERSION = 1;

    private final List<VaultKey> keys;

    Vault(List<VaultKey> keys) {
        this.keys = List.copyOf(keys);
    }

    public byte[] seal(VaultPlace place, String secret) {
        VaultKey key = keys.getFirst();
        try {
            byte[] envelope = key.envelope().encrypt(secret.getBytes(StandardCharsets.UTF_8), place.octets());
            return ByteBuffer.allocate(1 + VaultKey.ID_OCTETS + envelope.length)
                    .put(VERSION)
                    .put(key.idOctets())
                    .put(envelope)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public String open(VaultPlace place, byte[] sealed) {
        try {
            ByteBuffer in = ByteBuffer.wrap(sealed);
            requireVersion(in.get());
            byte[] keyId = new byte[VaultKey.ID_OCTETS];
            in.get(keyId);
            byte[] envelope = new byte[in.remaining()];
            in.get(envelope);
            byte[] secret = key(HexFormat.of().formatHex(keyId)).envelope().decrypt(envelope, place.octets());
            return new String(secret, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | BufferUnderflowException damaged) {
            throw new SecretUnreadableException("A stored password is damaged. Enter it again.");
        }
    }

    private static void requireVersion(byte version) {
        if (version != VERSION) {
            throw new SecretUnreadableException("A stored password was sealed by a newer version of Kurir.");
        }
    }

    private VaultKey key(String id) {
        return keys.stream()
                .filter(key -> key.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new SecretUnreadableException("A stored password was sealed with the key " + id
                        + ", which is not here. Bring that key back or enter the password again."));
    }
}
