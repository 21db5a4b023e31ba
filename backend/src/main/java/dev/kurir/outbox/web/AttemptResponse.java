package dev.kurir.outbox.web;

import dev.kurir.outbox.AttemptView;
import dev.kurir.outbox.Settlement;
import java.time.Instant;
import java.util.Set;
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
        @Nullable Instant nextAt,
        @Nullable String decidedBy) {
    private static final Set<String> REOPENED = Set.of("reopened", "not_sent_again");

    static AttemptResponse of(AttemptView a) {
        return new AttemptResponse(
                a.attempt(),
                outcome(a),
                a.reason(),
                a.phase().word(),
                a.code(),
                a.enhanced(),
                a.reply(),
                a.startedAt(),
                a.endedAt(),
                a.nextAt(),
                a.decidedBy());
    }

    /** What was decided is never called by the name of what a server said. */
    private static String outcome(AttemptView a) {
        return Settlement.of(a.reason()).map(AttemptResponse::decision).orElseGet(() -> switch (a.outcome()) {
            case QUEUED -> "released";
            case UNCERTAIN -> uncertain(String.valueOf(a.reason()));
            default -> a.outcome().word();
        });
    }

    private static String uncertain(String reason) {
        return reason.equals("went_back") ? "recalled" : REOPENED.contains(reason) ? "reopened" : "uncertain";
    }

    private static String decision(Settlement settlement) {
        return switch (settlement) {
            case ASSUMED, ASSUMED_BY_POLICY -> "assumed";
            case SENT_AGAIN, SENT_AGAIN_BY_POLICY -> "sent_again";
            case FOUND_SENT, FOUND_BOUNCE, FOUND_REPLY -> "proven";
        };
    }
}
