package dev.kurir.outbox.worker;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/**
 * The database's time, carried on by the monotonic clock: it is the same for all nodes and for the leases, and does not
 * jump when somebody sets the clock of this machine. Else a jump would empty the windows of the limits, and what was to
 * come back in five minutes would come in two days.
 */
@Component
final class DatabaseTime implements EngineTime {
    private final Clock clock = new Carried();
    private volatile Reading last;

    DatabaseTime(Clock untilTheDatabaseIsAsked) {
        last = new Reading(untilTheDatabaseIsAsked.instant(), System.nanoTime());
    }

    private record Reading(Instant at, long nanos) {
        Instant carriedTo(long now) {
            return at.plusNanos(now - nanos);
        }
    }

    @Override
    public Clock clock() {
        return clock;
    }

    /** A reading that agrees with what we know already changes nothing, so that time does not tremble. */
    @Override
    public void read(Instant shown, long asked, long answered) {
        Reading known = last;
        boolean agrees = !shown.isBefore(known.carriedTo(asked)) && !shown.isAfter(known.carriedTo(answered));
        if (!agrees) {
            last = new Reading(shown, asked + (answered - asked) / 2);
        }
    }

    private final class Carried extends Clock {
        @Override
        public Instant instant() {
            return last.carriedTo(System.nanoTime());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("the engine knows no zone but UTC");
        }
    }
}
