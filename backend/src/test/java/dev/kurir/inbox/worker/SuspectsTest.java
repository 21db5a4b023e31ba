package dev.kurir.inbox.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.inbox.MailSession.Listed;
import dev.kurir.inbox.MailSession.Role;
import dev.kurir.inbox.Mailbox;
import dev.kurir.inbox.worker.Suspects.BreakingMailException;
import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.WorkspaceId;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuspectsTest {
    private static final Mailbox INBOX = new Mailbox(
            1, new WorkspaceId(1), new AccountId(1), Role.INBOX, "INBOX", 7, 1, 1, 1, 1, 0, 0, Instant.EPOCH);
    private final IOException broken = new IOException("reset");

    private final Suspects suspects = new Suspects();

    @Test
    void theMailsAtWhichTheLineBrokeAreFetchedOneByOneFromThenOn() {
        suspects.blame(INBOX, mails(3, 4), broken);

        assertThat(suspects.areAmong(INBOX, mails(4, 5))).isTrue();
        assertThat(suspects.areAmong(INBOX, mails(5, 6))).isFalse();
    }

    @Test
    void aLineThatBreaksTwiceInARowAtOneMailIsATryOfThatMail() {
        assertThat(suspects.blame(INBOX, mails(3), broken)).isSameAs(broken);
        assertThat(suspects.blame(INBOX, mails(3), broken)).isInstanceOf(BreakingMailException.class);
        assertThat(suspects.blame(INBOX, mails(3), broken)).isSameAs(broken);
        assertThat(suspects.blame(INBOX, mails(3), broken)).isInstanceOf(BreakingMailException.class);
    }

    @Test
    void aLineThatBreaksNowHereNowThereIsNoMailsFault() {
        for (int time = 0; time < 5; time++) {
            assertThat(suspects.blame(INBOX, mails(3), broken)).isSameAs(broken);
            assertThat(suspects.blame(INBOX, mails(4), broken)).isSameAs(broken);
        }
    }

    @Test
    void ofManyNobodyKnowsWhichItWas() {
        suspects.blame(INBOX, mails(3, 4), broken);

        assertThat(suspects.blame(INBOX, mails(3, 4), broken)).isSameAs(broken);
    }

    private static List<Listed> mails(long... uids) {
        return java.util.Arrays.stream(uids)
                .mapToObj(uid -> new Listed(uid, 100, Instant.EPOCH))
                .toList();
    }
}
