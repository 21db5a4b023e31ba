package dev.kurir.inbox.worker;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kurir.inbox.MailErrands.Due;
import dev.kurir.inbox.MailErrands.What;
import dev.kurir.inbox.MailSession.RefusedException;
import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.MessageId;
import dev.kurir.kernel.WorkspaceId;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErrandVisitTest {
    private static final byte[] MAIL =
            "X-Kurir-ID: k1\r\nMessage-ID: <m1@toko.test>\r\nSubject: Halo\r\n\r\nHalo\r\n".getBytes(US_ASCII);

    private final RecordingSession session = new RecordingSession();

    @Test
    void aCopyIsPutIntoTheSentFolder() throws IOException {
        new ErrandVisit(session.withSentFolder()).keep(MAIL, Instant.EPOCH);

        assertThat(session.done).containsExactly("append Sent " + MAIL.length);
    }

    @Test
    void whatTheProviderHasPutThereIsNotPutThereAgain() throws IOException {
        session.withSentFolder().sent.add("x-kurir-id: k1");

        new ErrandVisit(session).keep(MAIL, Instant.EPOCH);

        assertThat(session.done).isEmpty();
    }

    @Test
    void aServerThatDroppedOurFieldIsAskedForTheMessageId() throws IOException {
        session.withSentFolder().sent.add("message-id: <m1@toko.test>");

        new ErrandVisit(session).keep(MAIL, Instant.EPOCH);

        assertThat(session.done).isEmpty();
    }

    @Test
    void withoutASentFolderItIsRefused() {
        assertThatThrownBy(() -> new ErrandVisit(session).keep(MAIL, Instant.EPOCH))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("Sent folder");
    }

    @Test
    void marksAreSetAFolderAtATimeAndCopiesAreNoMarks() throws IOException {
        new ErrandVisit(session)
                .markRead(List.of(
                        due(new What.MarkRead("INBOX", 7, 3)),
                        due(new What.KeepCopy(new MessageId(1))),
                        due(new What.Nothing()),
                        due(new What.MarkRead("INBOX", 7, 5)),
                        due(new What.MarkRead("INBOX", 8, 1))));

        assertThat(session.done).containsExactlyInAnyOrder("read INBOX 7 [3, 5]", "read INBOX 8 [1]");
    }

    private static Due due(What what) {
        return new Due(1, new WorkspaceId(1), new AccountId(1), 0, what);
    }
}
