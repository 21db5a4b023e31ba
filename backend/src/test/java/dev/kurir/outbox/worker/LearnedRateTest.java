package dev.kurir.outbox.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kurir.account.Limits;
import dev.kurir.outbox.ReplyReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LearnedRateTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Offset<Double> NEARLY = within(1e-9);

    @Test
    void isHalfOfWhatItWas() {
        assertThat(slowed(60).at(NOON)).isEqualTo(30, NEARLY);
    }

    @Test
    void risesByATenthEachTenMinutesUpToWhatItWas() {
        LearnedRate rate = slowed(60);

        assertThat(rate.at(after(9))).isEqualTo(30, NEARLY);
        assertThat(rate.at(after(10))).isEqualTo(33, NEARLY);
        assertThat(rate.at(after(20))).isEqualTo(36.3, NEARLY);
        assertThat(rate.nextStep(after(12))).isEqualTo(after(20));
        assertThat(rate.isOver(after(70))).isFalse();
        assertThat(rate.isOver(after(80))).isTrue();
        assertThat(rate.at(after(10_000))).isEqualTo(60, NEARLY);
    }

    @Test
    void isHalvedAgainFromWhereItStandsAndStillRecoversToTheFirst() {
        LearnedRate again = LearnedRate.halved(slowed(60), 60, ReplyReason.THROTTLED, "", after(10));

        assertThat(again.at(after(10))).isEqualTo(16.5, NEARLY);
        assertThat(again.normal()).isEqualTo(60, NEARLY);
    }

    @Test
    void neverFallsBelowOneAMinute() {
        LearnedRate rate = slowed(60);
        for (int times = 0; times < 20; times++) {
            rate = LearnedRate.halved(rate, 60, ReplyReason.THROTTLED, "", NOON);
        }

        assertThat(rate.at(NOON)).isEqualTo(1, NEARLY);
        assertThat(slowed(0).at(NOON)).isEqualTo(1, NEARLY);
    }

    @Test
    void isForgottenWhenItIsOver() {
        LearnedRate later = LearnedRate.halved(slowed(60), 100, ReplyReason.THROTTLED, "", after(200));

        assertThat(later.normal()).isEqualTo(100, NEARLY);
    }

    @Test
    void aClockThatGoesBackTakesNothingAway() {
        assertThat(slowed(60).at(NOON.minusSeconds(3_600))).isEqualTo(30, NEARLY);
    }

    @Test
    void spreadsTheMessagesOfAnAccountWithoutLimits() {
        Pace pace = new Pace(new Random(1));
        pace.limits(Limits.NONE);
        pace.slow(slowed(60));

        assertThat(pace.take(NOON, Share.WHOLE)).isTrue();
        assertThat(pace.take(NOON.plusMillis(1_999), Share.WHOLE)).isFalse();
        PaceWait obstacle = Objects.requireNonNull(pace.obstacle(NOON, Share.WHOLE));
        assertThat(obstacle).isEqualTo(new PaceWait(PaceWait.Reason.LEARNED, NOON.plusSeconds(2)));
        assertThat(pace.take(NOON.plusSeconds(2), Share.WHOLE)).isTrue();
        assertThat(pace.status(NOON).perMinute()).isEqualTo(30);
        assertThat(pace.take(after(90), Share.WHOLE)).isTrue();
        assertThat(pace.take(after(90), Share.WHOLE)).isTrue();
        assertThat(pace.status(after(90)).perMinute()).isNull();
    }

    @Test
    void isTheCeilingWhereItIsLowerThanTheGap() {
        Pace pace = new Pace(new Random(1));
        pace.limits(new Limits(Duration.ofSeconds(6), Duration.ZERO, null, 1));
        pace.slow(slowed(10));

        pace.take(NOON, Share.WHOLE);
        assertThat(pace.status(NOON).perMinute()).isEqualTo(5);
        assertThat(Objects.requireNonNull(pace.obstacle(NOON, Share.WHOLE)).until())
                .isEqualTo(NOON.plusSeconds(12));
    }

    private static LearnedRate slowed(double seen) {
        return LearnedRate.halved(null, seen, ReplyReason.THROTTLED, "421 slow down", NOON);
    }

    private static Instant after(int minutes) {
        return NOON.plus(Duration.ofMinutes(minutes));
    }
}
