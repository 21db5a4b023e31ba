package dev.kurir.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The checker of the crash test sees each kind of broken promise. */
class CrashCheckTest {
    private static final int QUEUED = 1;
    private static final int SENDING = 2;
    private static final int ACCEPTED = 4;
    private static final int REJECTED = 5;
    private static final int UNCERTAIN = 6;

    @Test
    void isContentWhenEachAcceptedMessageArrivedOnce() {
        var found = CrashCheck.compare(2, Map.of("a", ACCEPTED, "b", ACCEPTED), List.of("a", "b"));

        assertThat(found).isEqualTo(new CrashCheck.Found(0, 0, 0, 0, 0, 0));
        assertThat(found.isSound()).isTrue();
    }

    @Test
    void seesAMessageThatIsNoMore() {
        var found = CrashCheck.compare(2, Map.of("a", ACCEPTED), List.of("a"));

        assertThat(found.lost()).isEqualTo(1);
        assertThat(found.isSound()).isFalse();
    }

    @Test
    void seesMessagesThatDoNotEnd() {
        var found = CrashCheck.compare(3, Map.of("a", ACCEPTED, "b", QUEUED, "c", SENDING), List.of("a"));

        assertThat(found.lost()).isEqualTo(2);
        assertThat(found.isSound()).isFalse();
    }

    @Test
    void seesAMessageThatArrivedTwice() {
        var found = CrashCheck.compare(2, Map.of("a", ACCEPTED, "b", ACCEPTED), List.of("a", "b", "a"));

        assertThat(found.twice()).isEqualTo(1);
        assertThat(found.isSound()).isFalse();
    }

    @Test
    void seesAnAcceptedMessageThatNoServerTook() {
        var found = CrashCheck.compare(2, Map.of("a", ACCEPTED, "b", ACCEPTED), List.of("a"));

        assertThat(found.falseOk()).isEqualTo(1);
        assertThat(found.isSound()).isFalse();
    }

    @Test
    void seesAMessageThatArrivedAlthoughItIsCalledRejectedOrWaiting() {
        var found = CrashCheck.compare(3, Map.of("a", REJECTED, "b", QUEUED, "c", ACCEPTED), List.of("a", "b", "c"));

        assertThat(found.falseFail()).isEqualTo(2);
        assertThat(found.isSound()).isFalse();
    }

    @Test
    void seesAnArrivalThatTheDatabaseDoesNotKnow() {
        var found = CrashCheck.compare(1, Map.of("a", ACCEPTED), List.of("a", "stranger"));

        assertThat(found.falseFail()).isEqualTo(1);
    }

    @Test
    void countsTheUncertainAndWhichOfThemArrived() {
        var found = CrashCheck.compare(3, Map.of("a", UNCERTAIN, "b", UNCERTAIN, "c", ACCEPTED), List.of("a", "c"));

        assertThat(found).isEqualTo(new CrashCheck.Found(0, 0, 0, 0, 2, 1));
        assertThat(found.isSound()).isTrue();
    }

    @Test
    void moreUncertainThanConnectionsTimesKillsIsNotSound() {
        var found = CrashCheck.compare(3, Map.of("a", UNCERTAIN, "b", UNCERTAIN, "c", ACCEPTED), List.of("a", "c"));

        assertThat(new CrashResult(1, 3, found, 2, List.of(), List.of()).isSound())
                .isTrue();
        assertThat(new CrashResult(1, 3, found, 1, List.of(), List.of()).isSound())
                .isFalse();
        assertThat(new CrashResult(1, 3, found, 2, List.of(), List.of("something is still due")).isSound())
                .isFalse();
    }
}
