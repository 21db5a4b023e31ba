package dev.kurir.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.outbox.CampaignFigures;
import dev.kurir.outbox.StateCounts;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final Skipped TEN = new Skipped(1, 2, 3, 4);

    @Test
    void balancesWhenEverybodyIsInAStateOrSkipped() {
        assertThat(new Progress(65, TEN, figures(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), 0, null).isBalanced())
                .isTrue();
    }

    @Test
    void aLostMessageIsSeen() {
        assertThat(new Progress(66, TEN, figures(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), 0, null).isBalanced())
                .isFalse();
    }

    @Test
    void aMessageTooManyIsSeen() {
        assertThat(new Progress(0, Skipped.NONE, figures(0, 0, 0, 1, 0, 0, 0, 0, 0, 0), 0, null).isBalanced())
                .isFalse();
    }

    @Test
    void whatACountFoundStaysBrokenUntilTheNextOne() {
        Audit broken = new Audit(Instant.EPOCH, 65, List.of(new Audit.Difference("accepted", 4, 3)));
        assertThat(new Progress(65, TEN, figures(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), 0, broken).isBalanced())
                .isFalse();
    }

    private static CampaignFigures figures(long... states) {
        List<Long> counts = Arrays.stream(states).boxed().toList();
        return new CampaignFigures(StateCounts.of(counts), Map.of(), 0, null, null);
    }
}
