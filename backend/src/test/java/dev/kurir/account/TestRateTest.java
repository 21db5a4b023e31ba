package dev.kurir.account;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kurir.kernel.UserId;
import dev.kurir.platform.problem.RetryLaterException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class TestRateTest {
    private static final UserId ADA = new UserId(1);
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final InstantSource source = now::get;
    private final Clock clock = source.withZone(ZoneOffset.UTC);
    private final TestRate rate = new TestRate(clock);

    @Test
    void tenAMinuteAreEnough() {
        for (int i = 0; i < 10; i++) {
            rate.admit(ADA);
        }

        assertThatThrownBy(() -> rate.admit(ADA)).isInstanceOf(RetryLaterException.class);
        assertThatCode(() -> rate.admit(new UserId(2))).doesNotThrowAnyException();
    }

    @Test
    void aMinuteLaterThereIsRoomAgain() {
        for (int i = 0; i < 10; i++) {
            rate.admit(ADA);
        }
        now.set(Instant.EPOCH.plus(Duration.ofSeconds(61)));

        assertThatCode(() -> rate.admit(ADA)).doesNotThrowAnyException();
    }
}
