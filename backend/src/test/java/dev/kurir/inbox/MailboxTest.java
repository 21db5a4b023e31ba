package dev.kurir.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MailboxTest {
    private static final Instant BEGUN = Instant.parse("2026-11-29T10:00:00.700Z");

    @Test
    void whatComesAfterTheBeginningIsNewThoughTheClockOfTheServerIsBehind() {
        assertThat(begun(1).isBaseline(100, BEGUN.minusMillis(700))).isFalse();
        assertThat(begun(1).isBaseline(100, BEGUN.minus(Duration.ofMinutes(9)))).isFalse();
    }

    @Test
    void whatWasThereIsNotNewThoughTheClockOfTheServerIsAhead() {
        assertThat(begun(1).isBaseline(99, BEGUN.plus(Duration.ofMinutes(9)))).isTrue();
    }

    @Test
    void anOldMailThatSomebodyMovesHereIsNotNew() {
        assertThat(begun(1).isBaseline(100, BEGUN.minus(Duration.ofDays(1)))).isTrue();
    }

    @Test
    void whereAllPlacesChangedTheDateTells() {
        assertThat(begun(2).isBaseline(99, BEGUN.plusSeconds(1))).isFalse();
        assertThat(begun(2).isBaseline(99, BEGUN.minusSeconds(1))).isTrue();
    }

    private static Mailbox begun(int epoch) {
        return new Mailbox(
                1,
                new WorkspaceId(1),
                new AccountId(1),
                MailSession.Role.INBOX,
                "INBOX",
                7,
                epoch,
                100,
                100,
                0,
                99,
                0,
                BEGUN);
    }
}
