package dev.kurir.outbox.worker;

import dev.kurir.outbox.ReplyReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long an account rests after a reply that concerns the whole account, and why. It rests longer each time it
 * happens again.
 */
final class AccountPause {
    private static final List<Duration> CONNECTION = minutesAfter(
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30));
    private static final List<Duration> THROTTLED = List.of(
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(20),
            Duration.ofMinutes(40),
            Duration.ofMinutes(60));
    private static final List<Duration> AUTH_BUSY =
            List.of(Duration.ofMinutes(15), Duration.ofMinutes(30), Duration.ofMinutes(60));
    private static final List<Duration> AUTH_FAILED = List.of(Duration.ofSeconds(60));
    /** Some providers begin their day anew with each try. */
    private static final List<Duration> QUOTA = List.of(
            Duration.ofHours(1), Duration.ofHours(3), Duration.ofHours(6), Duration.ofHours(12), Duration.ofHours(24));

    private static final Duration QUICK = Duration.ofSeconds(5);

    private int times;
    private @Nullable ReplyReason reason;
    private String detail = "";
    private Instant until = Instant.EPOCH;

    /** A rest that a server asked for: a restart does not end it. */
    record Rest(ReplyReason reason, String detail, int times, Instant until) {}

    /** @param quick the sandbox's: never longer than seconds */
    void begin(ReplyReason why, String words, Instant now, boolean quick) {
        times = why == reason ? times + 1 : 1;
        reason = why;
        detail = words;
        until = now.plus(wait(why, times, quick));
    }

    /**
     * Whether what happened now adds nothing: the same was said to another connection, or a longer rest is on. A
     * connection that breaks beside it must not cut a rest short that a server asked for.
     */
    boolean covers(ReplyReason why, Instant now, boolean quick) {
        return isOn(now)
                && reason != null
                && (waits(why).equals(waits(reason))
                        || !now.plus(wait(why, 1, quick)).isAfter(until));
    }

    /** A message went through, or a person threw the switch. */
    void end() {
        times = 0;
        reason = null;
        until = Instant.EPOCH;
    }

    /** What a restart must not forget: not that nobody answered, which another start may mend. */
    @Nullable Rest memory() {
        return reason == null || reason == ReplyReason.CONNECTION ? null : new Rest(reason, detail, times, until);
    }

    void recall(Rest rest) {
        times = rest.times();
        reason = rest.reason();
        detail = rest.detail();
        until = rest.until();
    }

    boolean isOn(Instant now) {
        return now.isBefore(until);
    }

    Instant until() {
        return until;
    }

    /** A login that is refused again is not tried a third time. */
    boolean isHopeless() {
        return reason == ReplyReason.AUTH_FAILED && times >= 2;
    }

    @Nullable ReplyReason reason() {
        return reason;
    }

    String detail() {
        return detail;
    }

    private static Duration wait(ReplyReason why, int times, boolean quick) {
        List<Duration> waits = waits(why);
        Duration wait = waits.get(Math.min(times, waits.size()) - 1);
        return quick && wait.compareTo(QUICK) > 0 ? QUICK : wait;
    }

    private static List<Duration> waits(ReplyReason why) {
        return switch (why) {
            case THROTTLED -> THROTTLED;
            case AUTH_BUSY -> AUTH_BUSY;
            case AUTH_FAILED -> AUTH_FAILED;
            case QUOTA -> QUOTA;
            default -> CONNECTION;
        };
    }

    private static List<Duration> minutesAfter(Duration... first) {
        return java.util.stream.Stream.concat(
                        java.util.Arrays.stream(first),
                        java.util.stream.Stream.of(1, 2, 5, 15, 30).map(Duration::ofMinutes))
                .toList();
    }
}
