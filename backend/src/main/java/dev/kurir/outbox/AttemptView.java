package dev.kurir.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One ended delivery attempt, or what was decided about one whose reply nobody read ({@link Settlement#of}).
 * {@link MessageState#QUEUED} of an attempt stands for: given back, it did not count.
 *
 * @param decidedBy the person, where it was one
 */
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
        @Nullable Instant nextAt,
        @Nullable String decidedBy) {}
