package dev.kurir.inbox.persistence;

import dev.kurir.platform.blob.Blobs;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Message-IDs may be long; their hashes are looked up. */
final class InternetIds {
    private static final int OCTETS = 16;

    private InternetIds() {}

    static byte @Nullable [] hashOrNull(@Nullable String id) {
        return id == null ? null : hash(id);
    }

    static byte[] hash(String id) {
        return Arrays.copyOf(Blobs.sha256(id.getBytes(StandardCharsets.UTF_8)), OCTETS);
    }
}
