package dev.kurir.platform.web;

import dev.kurir.kernel.DomainException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;

/** A remembered request: its key, the hash of what was asked, and the answer. */
final class IdempotencyRow {
    private IdempotencyRow() {}

    /** Under which a request is remembered. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Key(long workspace, String operation, String key, byte[] hash) {
        DatabaseClient.GenericExecuteSpec bind(DatabaseClient.GenericExecuteSpec statement) {
            return statement
                    .bind("workspace", workspace)
                    .bind("operation", operation)
                    .bind("key", key);
        }
    }

    /** What was asked and answered the first time. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Stored(byte @Nullable [] hash, @Nullable String answer) {
        String answerTo(Key request) {
            if (answer == null || !Arrays.equals(hash, request.hash())) {
                throw new DomainException(
                        DomainException.Kind.CONFLICT,
                        "idempotency_key_reused",
                        "This Idempotency-Key was used for another request.");
            }
            return answer;
        }
    }
}
