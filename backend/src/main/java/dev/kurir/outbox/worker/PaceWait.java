package dev.kurir.outbox.worker;

import dev.kurir.account.LimitSpan;
import java.time.Instant;
import java.util.Locale;

/** Why an account's next message does not go now, and when it may. */
record PaceWait(Reason reason, Instant until) {

    /** Ours, not a server's. */
    enum Reason {
        GAP,
        LEARNED,
        LIMIT_MINUTE,
        LIMIT_HOUR,
        LIMIT_DAY,
        /** There is room, but it is kept for people. */
        PEOPLE_SHARE,
        RAMP,
        WINDOW;

        static Reason of(LimitSpan span) {
            return switch (span) {
                case MINUTE -> LIMIT_MINUTE;
                case HOUR -> LIMIT_HOUR;
                case DAY -> LIMIT_DAY;
            };
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    PaceWait longer(PaceWait other) {
        return other.until.isAfter(until) ? other : this;
    }
}
