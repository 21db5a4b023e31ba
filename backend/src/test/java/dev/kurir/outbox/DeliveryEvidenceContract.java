package dev.kurir.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.MessageId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.outbox.DeliveryEvidence.Doubt;
import dev.kurir.outbox.DeliveryEvidence.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What every source of evidence keeps. Whoever implements one runs these tests on it. */
public interface DeliveryEvidenceContract {
    Duration SOON = Duration.ofSeconds(20);

    /**
     * Knows something of the message of {@link #known}, twice if it can be, and nothing of that of {@link #unknown}.
     */
    DeliveryEvidence evidence();

    Doubt known();

    Doubt unknown();

    @Test
    default void itAnswersForWhatItKnowsAndForNothingElse() {
        assertThat(look(List.of(unknown(), known()))).extracting(Finding::id).containsExactly(known().id());
    }

    @Test
    default void itAnswersTheSameEachTime() {
        assertThat(look(List.of(known()))).isEqualTo(look(List.of(known())));
    }

    @Test
    default void nothingIsFoundWhereNothingIsAsked() {
        assertThat(look(List.of())).isEmpty();
    }

    private List<Finding> look(List<Doubt> doubts) {
        return Objects.requireNonNull(evidence().look(doubts).block(SOON));
    }

    static Doubt doubt(long id) {
        return new Doubt(
                new MessageId(id), new WorkspaceId(1), new AccountId(1), "u" + id + "@sandbox.test", Instant.EPOCH);
    }
}
