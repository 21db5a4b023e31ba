package dev.kurir.campaign;

import dev.kurir.kernel.DomainException;
import dev.kurir.outbox.Settlement;
import dev.kurir.outbox.UncertainEvidence;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a campaign's uncertain messages when nobody decides.
 *
 * @param after how long each of them waits for evidence and people; null where people are asked
 */
public record UncertainPolicy(Action action, @Nullable Duration after) {
    public static final UncertainPolicy ASK = new UncertainPolicy(Action.ASK, null);
    private static final Duration LATEST = Duration.ofDays(30);

    /** The choices. Sending again means at least once: whoever has the message already gets it twice. */
    public enum Action {
        ASK,
        ASSUME,
        SEND_AGAIN;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public UncertainPolicy {
        if ((action == Action.ASK) != (after == null)) {
            throw refused("Say after how long, unless people are asked.");
        }
        if (after != null && (after.compareTo(UncertainEvidence.EARLIEST_POLICY) < 0 || after.compareTo(LATEST) > 0)) {
            throw refused("Between 60 minutes and 30 days: a machine that hung may still hand a message over.");
        }
    }

    /** What is done; null where people are asked. */
    @Nullable Settlement settlement() {
        return switch (action) {
            case ASK -> null;
            case ASSUME -> Settlement.ASSUMED_BY_POLICY;
            case SEND_AGAIN -> Settlement.SENT_AGAIN_BY_POLICY;
        };
    }

    private static DomainException refused(String sentence) {
        return DomainException.invalid("/afterMinutes", "out_of_range", sentence);
    }
}
