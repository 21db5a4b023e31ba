package dev.kurir.outbox.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.outbox.ReplyReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How long an account rests for what concerns it. */
class AccountPauseTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    static Stream<Arguments> rests() {
        return Stream.of(
                Arguments.of(ReplyReason.CONNECTION, List.of(1, 2, 5, 15, 30, 60, 120, 300, 900, 1800, 1800)),
                Arguments.of(ReplyReason.THROTTLED, List.of(300, 600, 1200, 2400, 3600, 3600)),
                Arguments.of(ReplyReason.AUTH_BUSY, List.of(900, 1800, 3600, 3600)),
                Arguments.of(ReplyReason.QUOTA, List.of(3600, 10_800, 21_600, 43_200, 86_400, 86_400)));
    }

    @ParameterizedTest
    @MethodSource("rests")
    void restsLongerEachTime(ReplyReason why, List<Integer> seconds) {
        AccountPause pause = new AccountPause();

        assertThat(seconds).allSatisfy(expected -> {
            pause.begin(why, "", NOON, false);
            assertThat(Duration.between(NOON, pause.until())).isEqualTo(Duration.ofSeconds(expected));
        });
    }

    @Test
    void anAcceptedMessageBeginsTheCountAnew() {
        AccountPause pause = new AccountPause();
        pause.begin(ReplyReason.THROTTLED, "", NOON, false);
        pause.begin(ReplyReason.THROTTLED, "", NOON, false);
        pause.end();
        pause.begin(ReplyReason.THROTTLED, "", NOON, false);

        assertThat(pause.until()).isEqualTo(NOON.plusSeconds(300));
    }

    @Test
    void aLoginThatIsRefusedTwiceIsHopeless() {
        AccountPause pause = new AccountPause();
        pause.begin(ReplyReason.AUTH_FAILED, "", NOON, false);
        assertThat(pause.isHopeless()).isFalse();
        pause.begin(ReplyReason.AUTH_FAILED, "", NOON, false);
        assertThat(pause.isHopeless()).isTrue();
    }

    @Test
    void aLesserTroubleDoesNotCutARestShort() {
        AccountPause pause = new AccountPause();
        pause.begin(ReplyReason.THROTTLED, "", NOON, false);

        assertThat(pause.covers(ReplyReason.CONNECTION, NOON.plusSeconds(1), false))
                .isTrue();
        assertThat(pause.covers(ReplyReason.THROTTLED, NOON.plusSeconds(1), false))
                .isTrue();
        assertThat(pause.covers(ReplyReason.QUOTA, NOON.plusSeconds(1), false)).isFalse();
        assertThat(pause.covers(ReplyReason.CONNECTION, NOON.plusSeconds(301), false))
                .isFalse();
    }

    @Test
    void whatAServerAskedForIsRememberedAndWhatNobodyAnsweredIsNot() {
        AccountPause pause = new AccountPause();
        pause.begin(ReplyReason.CONNECTION, "", NOON, false);
        assertThat(pause.memory()).isNull();
        pause.begin(ReplyReason.QUOTA, "used up", NOON, false);
        AccountPause next = new AccountPause();
        next.recall(Objects.requireNonNull(pause.memory()));

        assertThat(next.isOn(NOON.plusSeconds(3_599))).isTrue();
        next.begin(ReplyReason.QUOTA, "used up", NOON, false);
        assertThat(next.until()).isEqualTo(NOON.plusSeconds(10_800));
    }
}
