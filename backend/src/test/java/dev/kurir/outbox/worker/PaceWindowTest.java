package dev.kurir.outbox.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.account.Limits;
import dev.kurir.account.SendingWindow;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The hours at which an account sends, of the pace alone. */
class PaceWindowTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T03:00:00Z");
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    private final Pace pace = new Pace(new Random(7));
    private Instant now = MONDAY;

    @Test
    void outsideItsHoursNothingGoesAndTheNextOpeningIsNamed() {
        pace.limits(with(window("08:00", "17:00")));
        now = MONDAY.minus(Duration.ofDays(1)); // Sunday 10:00 in Jakarta

        assertThat(pace.take(now, Share.WHOLE)).isFalse();
        assertThat(pace.obstacle(now, Share.WHOLE))
                .isEqualTo(new PaceWait(PaceWait.Reason.WINDOW, Instant.parse("2026-11-23T01:00:00Z")));
        assertThat(pace.take(Instant.parse("2026-11-23T00:59:59.999Z"), Share.WHOLE))
                .isFalse();
        assertThat(pace.take(Instant.parse("2026-11-23T01:00:00Z"), Share.WHOLE))
                .isTrue();
        assertThat(pace.take(Instant.parse("2026-11-23T09:59:59Z"), Share.WHOLE))
                .isTrue();
        assertThat(pace.take(Instant.parse("2026-11-23T10:00:00Z"), Share.WHOLE))
                .isFalse();
    }

    @Test
    void aWindowOverMidnightBelongsToTheDayOnWhichItOpens() {
        pace.limits(with(window("22:00", "02:00")));

        assertThat(pace.take(at("2026-11-27T23:30"), Share.WHOLE)).isTrue(); // Friday
        assertThat(pace.take(at("2026-11-28T01:30"), Share.WHOLE)).isTrue(); // still Friday's
        assertThat(pace.take(at("2026-11-28T22:30"), Share.WHOLE)).isFalse(); // Saturday
        assertThat(pace.take(at("2026-11-30T01:30"), Share.WHOLE)).isFalse(); // Sunday's
    }

    @Test
    void theHourThatSummerTimeSkipsIsSkipped() {
        SendingWindow window = new SendingWindow(
                EnumSet.allOf(DayOfWeek.class), LocalTime.of(2, 30), LocalTime.of(4, 0), ZoneId.of("Europe/Berlin"));

        // 2:30 does not exist on that day; it is 3:30 there
        assertThat(window.at(Instant.parse("2026-03-29T01:10:00Z")).open()).isFalse();
        assertThat(window.at(Instant.parse("2026-03-29T01:30:00Z")).open()).isTrue();
        assertThat(window.at(Instant.parse("2026-03-29T02:00:00Z")).open()).isFalse();
    }

    private static Limits with(SendingWindow window) {
        return new Limits(Duration.ZERO, Duration.ZERO, null, null, null, 0, window, null, 1);
    }

    private static SendingWindow window(String from, String to) {
        return new SendingWindow(
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.parse(from), LocalTime.parse(to), JAKARTA);
    }

    private static Instant at(String local) {
        return java.time.LocalDateTime.parse(local).atZone(JAKARTA).toInstant();
    }
}
