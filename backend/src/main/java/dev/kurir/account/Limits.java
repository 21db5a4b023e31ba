package dev.kurir.account;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How fast an account may send: at least {@code gap} plus a random part of {@code jitter} between two messages, no more
 * than so many in any minute, hour and day, and only in its hours.
 *
 * @param peopleShare percent of the hour's and the day's limit that campaigns leave to people
 * @param window null: at any time
 * @param ramp null: the whole day's limit from the first day on
 */
public record Limits(
        Duration gap,
        Duration jitter,
        @Nullable Integer perMinute,
        @Nullable Integer perHour,
        @Nullable Integer perDay,
        int peopleShare,
        @Nullable SendingWindow window,
        @Nullable Ramp ramp,
        int connections) {
    public static final int PEOPLE_SHARE = 10;
    public static final Limits NONE = new Limits(Duration.ZERO, Duration.ZERO, null, 1);

    /** With no limit but the minute's. */
    public Limits(Duration gap, Duration jitter, @Nullable Integer perMinute, int connections) {
        this(gap, jitter, perMinute, null, null, PEOPLE_SHARE, null, null, connections);
    }

    /** How many in this span; null: no limit. */
    public @Nullable Integer most(LimitSpan span) {
        return switch (span) {
            case MINUTE -> perMinute;
            case HOUR -> perHour;
            case DAY -> perDay;
        };
    }

    /**
     * How many of so many in this span campaigns may use, at least one; what is left is kept for people. The minute,
     * which is over soon, is everybody's.
     */
    public int forCampaigns(LimitSpan span, int most) {
        if (span == LimitSpan.MINUTE) {
            return most;
        }
        long kept = Math.ceilDiv((long) most * peopleShare, 100L);
        return Math.max(1, Math.toIntExact(most - kept));
    }

    /** Whether messages are counted at all. */
    public boolean counts() {
        return perMinute != null || perHour != null || perDay != null;
    }
}
