package dev.kurir.platform.vault;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.aead.KmsEnvelopeAead;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A key that encrypts keys: each secret is encrypted by a data key of its own (AES-256-GCM), which stands beside it,
 * encrypted by this one.
 *
 * @param id the start of a hash of the key: says which one a secret needs without telling anything about it
 */
record VaultKey(String id, Aead envelope) {
    static final int OCTETS = 32;
    static final int ID_OCTETS = 4;

    static VaultKey of(byte[] key) {
        try {
            AeadConfig.register();
            return new VaultKey(idOf(key), KmsEnvelopeAead.create(parameters(), aead(key)));
        } catch (GeneralSecurityException refused) {
            throw new IllegalArgumentException("not a key of 32 octets", refused);
        }
    }

    byte[] idOctets() {
        return HexFormat.of().parseHex(id);
    }

    private static String idOf(byte[] key) throws GeneralSecurityException {
        MessageDigest hash = MessageDigest.getInstance("SHA-256");
        hash.update("kurir vault key id".getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(Arrays.copyOf(hash.digest(key), ID_OCTETS));
    }

    private static AesGcmParameters parameters() throws GeneralSecurityException {
        return AesGcmParameters.builder()
                .setKeySizeBytes(OCTETS)
                .setIvSizeBytes(12)
                .setTagSizeBytes(16)
                .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                .build();
    }

    @AccessesPartialKey
    private static Aead aead(byte[] key) throws GeneralSecurityException {
        AesGcmKey aesKey = AesGcmKey.builder()
                .setParameters(parameters())
                .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
                .build();
        return KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(aesKey).withFixedId(1).makePrimary())
                .build()
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    @Override
    public String toString() {
        return "VaultKey[" + id + "]";
    }
}
