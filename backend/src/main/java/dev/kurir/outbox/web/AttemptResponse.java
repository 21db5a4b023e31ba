package dev.kurir.outbox.web;

import dev.kurir.outbox.AttemptView;
import dev.kurir.outbox.MessageState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

record AttemptResponse(
        int attempt,
        String outcome,
        @Nullable String reason,
        String phase,
        @Nullable Integer code,
        @Nullable String enhanced,
        @Nullable String reply,
        @Nullable Instant startedAt,
        Instant endedAt,
        @Nullable Instant nextAt) {
    static AttemptResponse of(AttemptView a) {
        return new AttemptResponse(
                a.attempt(),
                a.outcome() == MessageState.QUEUED ? "released" : a.outcome().word(),
                a.reason(),
                a.phase().word(),
                a.code(),
                a.enhanced(),
                a.reply(),
                a.startedAt(),
                a.endedAt(),
                a.nextAt());
    }
}
