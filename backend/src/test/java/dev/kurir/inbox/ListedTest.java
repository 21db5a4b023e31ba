package dev.kurir.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.inbox.MailSession.Listed;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A server says in which second a mail was received, and not when in it. */
class ListedTest {
    private static final Listed MAIL = new Listed(1, 100, Instant.parse("2026-11-02T08:00:07Z"));

    @Test
    void whatAnswersWithinASecondStandsBehindWhatItAnswers() {
        Instant sent = Instant.parse("2026-11-02T08:00:07.700Z");

        assertThat(MAIL.receivedAt(sent.plusSeconds(5))).isAfter(sent);
    }

    @Test
    void whatItIsAnsweredWithStandsBehindIt() {
        Instant now = Instant.parse("2026-11-02T08:00:07.300Z");

        assertThat(MAIL.receivedAt(now)).isEqualTo(now);
    }

    @Test
    void aServerWhoseClockIsAheadIsBelieved() {
        assertThat(MAIL.receivedAt(Instant.parse("2026-11-02T08:00:03Z"))).isEqualTo("2026-11-02T08:00:07Z");
    }

    @Test
    void itNeverMovesIntoTheNextSecond() {
        assertThat(MAIL.receivedAt(Instant.parse("2026-11-03T00:00:00Z"))).isBefore("2026-11-02T08:00:08Z");
    }
}
