package dev.kurir.outbox.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.outbox.FenceReason;
import dev.kurir.outbox.worker.FenceRule.Facts;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FenceRuleTest {
    private static final Duration NOW = Duration.ofSeconds(9);
    private static final Witness WITNESS = new Witness("i", "here", 7, 100);

    @Test
    void theFirstStartOfAllMaySend() {
        assertThat(judge(new Facts(true, false, 0, null, NOW, false), null)).isNull();
    }

    @Test
    void aRestartOnTheSameMachineMaySend() {
        assertThat(judge(new Facts(true, true, 0, 100L, NOW, true), WITNESS)).isNull();
        assertThat(judge(new Facts(true, true, 0, 140L, NOW, true), WITNESS)).isNull();
    }

    @Test
    void aDumpThatWasLoadedElsewhereIsACopy() {
        assertThat(judge(new Facts(false, true, 0, 100L, NOW, false), WITNESS)).isEqualTo(FenceReason.COPIED);
    }

    @Test
    void aDatabaseThatKnowsLessThanTheWitnessWentBack() {
        assertThat(judge(new Facts(true, true, 0, 99L, NOW, false), WITNESS)).isEqualTo(FenceReason.WENT_BACK);
        assertThat(judge(new Facts(true, true, 3, null, NOW, false), WITNESS)).isEqualTo(FenceReason.WENT_BACK);
    }

    @Test
    void withoutAWitnessItWasMovedUnlessAnotherNodeLivesOrTheOperatorNamesIt() {
        Facts alone = new Facts(true, true, 0, null, NOW, false);

        assertThat(judge(alone, null)).isEqualTo(FenceReason.MOVED);
        assertThat(FenceRule.judge(alone, new Witness("i", "there", 0, 0), "here", false))
                .contains(FenceReason.MOVED);
        assertThat(FenceRule.judge(alone, null, "here", true)).isEmpty();
        assertThat(judge(new Facts(true, true, 1, null, NOW, false), null)).isNull();
    }

    @Test
    void afterALongSilenceWhatIsDueWaitsForAPerson() {
        Duration tooLong = Duration.ofMinutes(61);

        assertThat(judge(new Facts(true, true, 0, 100L, tooLong, true), WITNESS))
                .isEqualTo(FenceReason.SILENT);
        assertThat(judge(new Facts(true, true, 0, 100L, tooLong, false), WITNESS))
                .isNull();
        assertThat(judge(new Facts(true, true, 0, 100L, Duration.ofMinutes(59), true), WITNESS))
                .isNull();
    }

    private static @Nullable FenceReason judge(Facts facts, @Nullable Witness witness) {
        return FenceRule.judge(facts, witness, "here", false).orElse(null);
    }
}
