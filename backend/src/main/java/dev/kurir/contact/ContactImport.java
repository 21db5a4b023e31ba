package dev.kurir.contact;

import dev.kurir.kernel.ImportId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An import of a file.
 *
 * @param lines that were read, the header not counted; {@code created + updated + skipped + refused}
 * @param problem why it failed as a whole
 */
public record ContactImport(
        ImportId id,
        String fileName,
        State state,
        long bytesTotal,
        long bytesRead,
        long lines,
        long created,
        long updated,
        long skipped,
        long refused,
        @Nullable String problem,
        Instant createdAt) {

    /** How far it is. */
    public enum State {
        RUNNING,
        DONE,
        FAILED
    }

    /** Percent of the file; null where its size is not known. */
    public @Nullable Integer progress() {
        if (state == State.DONE) {
            return 100;
        }
        return bytesTotal <= 0 ? null : (int) Math.min(99, bytesRead * 100 / bytesTotal);
    }
}
