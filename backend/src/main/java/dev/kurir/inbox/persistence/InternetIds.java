package dev.kurir.inbox.persistence;

import dev.kurir.platform.blob.Blobs;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Message-IDs may be long; their hashes are looked up. */
final class InternetIds {
    private static final int OCTETS = 16;

    private InternetIds() {}

    static byte @Nullable [] hashOrNull(@Nullable String id) {
        return id == null ? null : hash(id);
    }

    /** Their hashes as the driver takes many of them. */
    static String[] hexOf(Collection<String> ids) {
        return ids.stream().map(id -> HexFormat.of().formatHex(hash(id))).toArray(String[]::new);
    }

    private static byte[] hash(String id) {
        return Arrays.copyOf(Blobs.sha256(id.getBytes(StandardCharsets.UTF_8)), OCTETS);
    }
}
