package dev.kurir.account;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/**
 * The hours in which an account sends, on some days of the week, by the clocks of a place. One that does not end after
 * it began ends on the next day.
 */
public record SendingWindow(Set<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone) {
    private static final int A_WEEK_AND_MORE = 9;

    public SendingWindow {
        days = Set.copyOf(days);
    }

    /** A time in which the window is open, or one in which it is not; {@code until} does not belong to it. */
    public record Spell(boolean open, Instant from, Instant until) {
        public boolean covers(Instant now) {
            return !now.isBefore(from) && now.isBefore(until);
        }
    }

    /** What holds now, and how long. */
    public Spell at(Instant now) {
        LocalDate yesterday = LocalDate.ofInstant(now, zone).minusDays(1);
        for (int day = 0; day <= A_WEEK_AND_MORE; day++) {
            LocalDate date = yesterday.plusDays(day);
            if (!days.contains(date.getDayOfWeek())) {
                continue;
            }
            Instant opens = date.atTime(from).atZone(zone).toInstant();
            Instant closes = (to.isAfter(from) ? date : date.plusDays(1))
                    .atTime(to)
                    .atZone(zone)
                    .toInstant();
            if (now.isBefore(opens)) {
                return new Spell(false, now, opens);
            }
            if (now.isBefore(closes)) {
                return new Spell(true, opens, closes);
            }
        }
        throw new IllegalStateException("a window without days");
    }
}
