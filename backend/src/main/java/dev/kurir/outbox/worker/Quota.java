package dev.kurir.outbox.worker;

import dev.kurir.account.LimitSpan;
import dev.kurir.account.Limits;
import dev.kurir.account.Ramp;
import dev.kurir.outbox.PaceStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How many messages an account may send in a minute, an hour and a day. Here the messages are counted as they go; the
 * database holds permits that were reserved before. A permit is good for the minute it is reserved in, so what the
 * database knows of a minute is never less than what went in it; what is left over is given back with the next block or
 * when the worker falls asleep, and lost in a crash.
 */
final class Quota {
    private static final int BLOCKS = 50;

    private final Map<LimitSpan, RollingWindow> windows = new EnumMap<>(Map.of(
            LimitSpan.MINUTE, new RollingWindow(LimitSpan.MINUTE.length(), Duration.ofSeconds(1)),
            LimitSpan.HOUR, new RollingWindow(LimitSpan.HOUR.length(), Duration.ofMinutes(1)),
            LimitSpan.DAY, new RollingWindow(LimitSpan.DAY.length(), Duration.ofMinutes(1))));
    private Limits limits = Limits.NONE;
    private @Nullable RampDay ramp;
    private Reservation held = Reservation.NOTHING;
    private boolean reserving;

    /**
     * Permits asked of the database.
     *
     * @param back how many of an earlier minute's were not used
     */
    record Reservation(Instant minute, int count, Instant backFrom, int back) {
        static final Reservation NOTHING = new Reservation(Instant.EPOCH, 0, Instant.EPOCH, 0);

        private Reservation used() {
            return new Reservation(minute, count - 1, backFrom, back);
        }
    }

    void limits(Limits now) {
        limits = now;
        if (now.ramp() == null) {
            ramp = null;
        }
    }

    boolean take(Instant now, Share share) {
        if (!limits.counts()) {
            return true;
        }
        if (!isGood(now) || room(now, share) <= 0) {
            return false;
        }
        held = held.used();
        windows.values().forEach(window -> window.went(now));
        if (limits.ramp() != null) {
            ramp = today(limits.ramp(), now);
        }
        return true;
    }

    /** A message arrives that was counted when it set out. */
    void arrived(Instant setOut, Instant now) {
        if (limits.counts()) {
            windows.values().forEach(window -> window.arrived(setOut, now));
        }
    }

    /** The permits to reserve now; null when there are some, none are needed, or there is no room. */
    @Nullable Reservation wants(Instant now, Share share) {
        if (!limits.counts() || reserving || isGood(now)) {
            return null;
        }
        int count = Math.min(room(now, share), least(span -> Math.max(1, limit(span, now) / BLOCKS)));
        return count <= 0
                ? null
                : new Reservation(now.truncatedTo(ChronoUnit.MINUTES), count, held.minute(), held.count());
    }

    /** What was held goes back with it, so it is used no more. */
    void reserving() {
        reserving = true;
        held = Reservation.NOTHING;
    }

    void reserved(Reservation granted) {
        reserving = false;
        held = granted;
    }

    /** Perhaps they are reserved, perhaps not: they are not used. */
    void reserveFailed() {
        reserving = false;
    }

    /** Those that were given back, or count as used. */
    void returned() {
        reserving = false;
    }

    /** What is held and not under way to or from the database. */
    Reservation unused() {
        return reserving ? Reservation.NOTHING : held;
    }

    boolean isSettled() {
        return held.count() == 0 && !reserving;
    }

    /** Reservations of an earlier run; each counts as if it were used at the end of its minute. */
    void recall(Instant minute, int count) {
        Instant end = minute.plus(Duration.ofMinutes(1)).minusSeconds(1);
        windows.values().forEach(window -> window.add(end, count));
    }

    void recall(RampDay day) {
        ramp = day;
    }

    @Nullable RampDay rampDay() {
        return ramp;
    }

    /** What we wait for longest; null: nothing. */
    @Nullable PaceWait obstacle(Instant now, Share share) {
        return limits.counts()
                ? limited()
                        .map(span -> obstacle(span, now, share))
                        .filter(Objects::nonNull)
                        .reduce(PaceWait::longer)
                        .orElse(null)
                : null;
    }

    List<PaceStatus.Use> uses(Instant now) {
        return limited()
                .map(span -> new PaceStatus.Use(
                        span, limit(span, now), window(span).used(now), isHeldDown(span, now) ? rampNumber(now) : null))
                .toList();
    }

    private @Nullable PaceWait obstacle(LimitSpan span, Instant now, Share share) {
        int limit = limit(span, now, share);
        int used = window(span).used(now);
        if (used < limit) {
            return null;
        }
        boolean kept = used < limit(span, now);
        Instant free = window(span).freeAt(limit, now);
        if (!isHeldDown(span, now)) {
            return new PaceWait(kept ? PaceWait.Reason.PEOPLE_SHARE : PaceWait.Reason.of(span), free);
        }
        Instant more = ramp == null ? free : ramp.ends();
        return new PaceWait(
                kept ? PaceWait.Reason.PEOPLE_SHARE : PaceWait.Reason.RAMP, more.isBefore(free) ? more : free);
    }

    private boolean isGood(Instant now) {
        return held.count() > 0 && held.minute().equals(now.truncatedTo(ChronoUnit.MINUTES));
    }

    private int room(Instant now, Share share) {
        return least(span -> limit(span, now, share) - window(span).used(now));
    }

    private int least(ToIntFunction<LimitSpan> figure) {
        return limited().mapToInt(figure).min().orElse(0);
    }

    private Stream<LimitSpan> limited() {
        return Arrays.stream(LimitSpan.values()).filter(span -> limits.most(span) != null);
    }

    /**
     * Whoever used the others: when campaigns have to wait, as much as their share leaves out is free for people, also
     * after a restart that does not know who used what.
     */
    private int limit(LimitSpan span, Instant now, Share share) {
        int most = limit(span, now);
        return share == Share.WHOLE ? most : limits.forCampaigns(span, most);
    }

    private int limit(LimitSpan span, Instant now) {
        int most = Objects.requireNonNull(limits.most(span));
        Ramp slow = limits.ramp();
        return span == LimitSpan.DAY && slow != null
                ? slow.ceiling(today(slow, now).number(), most)
                : most;
    }

    private boolean isHeldDown(LimitSpan span, Instant now) {
        return span == LimitSpan.DAY && limit(span, now) < Objects.requireNonNull(limits.most(span));
    }

    private @Nullable Integer rampNumber(Instant now) {
        Ramp slow = limits.ramp();
        return slow == null ? null : today(slow, now).number();
    }

    private RampDay today(Ramp slow, Instant now) {
        return RampDay.of(ramp, slow.since(), now);
    }

    private RollingWindow window(LimitSpan span) {
        return Objects.requireNonNull(windows.get(span));
    }
}
