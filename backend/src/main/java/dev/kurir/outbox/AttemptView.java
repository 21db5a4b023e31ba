package dev.kurir.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One ended delivery attempt. {@link MessageState#QUEUED} stands for: given back, it did not count. */
public record AttemptView(
        int attempt,
        MessageState outcome,
        @Nullable String reason,
        SmtpPhase phase,
        @Nullable Integer code,
        @Nullable String enhanced,
        @Nullable String reply,
        @Nullable Instant startedAt,
        Instant endedAt,
        @Nullable Instant nextAt) {}
