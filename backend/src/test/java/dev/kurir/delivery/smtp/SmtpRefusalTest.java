package dev.kurir.delivery.smtp;

import static dev.kurir.delivery.smtp.TransportFixture.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.outbox.DeliveryOutcome;
import dev.kurir.outbox.DeliveryOutcome.Accepted;
import dev.kurir.outbox.DeliveryOutcome.Deferred;
import dev.kurir.outbox.DeliveryOutcome.Rejected;
import dev.kurir.outbox.MailConnection;
import dev.kurir.outbox.OutgoingMessage;
import dev.kurir.outbox.ReplyReason;
import dev.kurir.outbox.SmtpPhase;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpRefusalTest extends ScriptedTest {
    @Test
    void aRefusedSenderEndsTheMessageAndTheNextOneGoes() throws Exception {
        MailConnection connection = connectReady(dialogue -> {
            dialogue.login("PIPELINING");
            dialogue.hearEnvelope();
            dialogue.say("553 5.1.8 Not your address", "503 5.5.1 MAIL first", "503 5.5.1 RCPT first");
            dialogue.takeMessage("250 Ok");
            dialogue.stall();
        });
        connection.offer(FIRST);
        Events.Ended ended = events.ended(FIRST);

        assertThat(ended.outcome()).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.reason()).isEqualTo(ReplyReason.POLICY);
            assertThat(rejected.reply().phase()).isEqualTo(SmtpPhase.MAIL);
        });
        assertThat(ended.contentSent()).isFalse();
        sendSecond(connection);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"550 5.1.1 User unknown|REJECTED|HARD_BOUNCE", "450 4.2.0 Come back|DEFERRED|SOFT"})
    void aRefusedRecipientIsTheirsAloneAndTheTransactionIsReset(String reply, String outcome, ReplyReason reason)
            throws Exception {
        MailConnection connection = connectReady(dialogue -> {
            dialogue.login("PIPELINING");
            dialogue.hearEnvelope();
            dialogue.say("250 Ok", reply, "554 5.5.1 No valid recipients");
            dialogue.hear("RSET");
            dialogue.say("250 Ok");
            dialogue.takeMessage("250 Ok");
            dialogue.stall();
        });
        connection.offer(FIRST);
        DeliveryOutcome ended = events.ended(FIRST).outcome();

        assertThat(ended.reply().phase()).isEqualTo(SmtpPhase.RCPT);
        assertThat(ended.getClass().getSimpleName()).isEqualToIgnoringCase(outcome);
        assertThat(reasonOf(ended)).isEqualTo(reason);
        sendSecond(connection);
    }

    @Test
    void aServerThatWantsContentForARefusedRecipientGetsALoneDot() throws Exception {
        MailConnection connection = connectReady(dialogue -> {
            dialogue.login("PIPELINING");
            dialogue.hearEnvelope();
            dialogue.say("250 Ok", "550 5.1.1 User unknown", "354 Go on then");
            assertThat(dialogue.hear()).isEqualTo(".");
            dialogue.say("554 5.5.1 No valid recipients");
            dialogue.hear("RSET");
            dialogue.say("250 Ok");
            dialogue.takeMessage("250 Ok");
            dialogue.stall();
        });
        connection.offer(FIRST);

        assertThat(events.ended(FIRST).outcome()).isInstanceOf(Rejected.class);
        sendSecond(connection);
    }

    @Test
    void dataMayBeRefused() throws Exception {
        MailConnection connection = connectReady(dialogue -> {
            dialogue.login("PIPELINING");
            dialogue.hearEnvelope();
            dialogue.say("250 Ok", "250 Ok", "451 4.3.0 Disk trouble");
            dialogue.hear("RSET");
            dialogue.say("250 Ok");
            dialogue.takeMessage("250 Ok");
            dialogue.stall();
        });
        connection.offer(FIRST);
        Events.Ended ended = events.ended(FIRST);

        assertThat(ended.outcome()).isInstanceOf(Deferred.class);
        assertThat(ended.contentSent()).isFalse();
        sendSecond(connection);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "552 5.3.4 Too big|REJECTED|CONTENT",
                "554 5.7.1 Looks like spam|REJECTED|POLICY",
                "451 4.3.0 Try again|DEFERRED|SOFT",
                "550 5.4.5 Daily user sending limit exceeded|REJECTED|QUOTA"
            })
    void theVerdictMayComeAfterTheContent(String reply, String outcome, ReplyReason reason) throws Exception {
        MailConnection connection = connectReady(dialogue -> {
            dialogue.login("PIPELINING");
            dialogue.takeMessage(reply);
            dialogue.takeMessage("250 Ok");
            dialogue.stall();
        });
        connection.offer(FIRST);
        events.awaits(FIRST);
        connection.grant(FIRST);
        Events.Ended ended = events.ended(FIRST);

        assertThat(ended.outcome().getClass().getSimpleName()).isEqualToIgnoringCase(outcome);
        assertThat(reasonOf(ended.outcome())).isEqualTo(reason);
        assertThat(ended.contentSent()).isTrue();
        sendSecond(connection);
    }

    @Test
    void aRefusedIntentClosesWithoutASingleOctetOfContent() throws Exception {
        MailConnection connection = connectReady(dialogue -> {
            dialogue.login("PIPELINING");
            dialogue.takeEnvelope();
            dialogue.stall();
        });
        connection.offer(FIRST);
        connection.offer(SECOND);
        events.awaits(FIRST);
        connection.refuse(FIRST);

        Events.Closed closed = events.next(Events.Closed.class);
        assertThat(closed.untouched()).containsExactly(SECOND);
        assertThat(closed.kind()).isEqualTo(ReplyReason.NONE);
        assertThat(heard()).endsWith("DATA\r\n");
    }

    @Test
    void aMessageTakenBackBeforeItsTurnIsNeverMentioned() throws Exception {
        MailConnection connection = connectReady(dialogue -> {
            dialogue.login("PIPELINING");
            dialogue.takeMessage("250 Ok");
            dialogue.hear("QUIT");
        });
        connection.offer(FIRST);
        events.awaits(FIRST);
        connection.offer(SECOND);
        connection.refuse(SECOND);
        connection.grant(FIRST);
        events.ended(FIRST);
        connection.close();

        assertThat(events.next(Events.Closed.class).untouched()).isEmpty();
        assertThat(heard()).doesNotContain("to2@there.test");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x: y\n\r\n", "x: y\r\r\n", "x: y\r\n\0\r\n", "x: \u00FC\r\n", "no line end", ""})
    void contentThatIsNoMailIsRefusedBeforeItsFirstOctet(String content) throws Exception {
        MailConnection connection = connectReady(dialogue -> {
            dialogue.login("PIPELINING");
            dialogue.takeEnvelope();
            dialogue.stall();
        });
        OutgoingMessage broken = message(1, () -> content.getBytes(StandardCharsets.UTF_8));
        connection.offer(broken);
        events.awaits(broken);
        connection.grant(broken);
        Events.Ended ended = events.ended(broken);

        assertThat(reasonOf(ended.outcome())).isEqualTo(ReplyReason.CONTENT);
        assertThat(ended.contentSent()).isFalse();
        events.next(Events.Closed.class);
        assertThat(heard()).endsWith("DATA\r\n");
    }

    @Test
    void contentThatCannotBeBuiltEndsItsMessageOnly() throws Exception {
        MailConnection connection = connectReady(dialogue -> {
            dialogue.login("PIPELINING");
            dialogue.takeEnvelope();
            dialogue.stall();
        });
        OutgoingMessage broken = message(1, () -> {
            throw new IllegalArgumentException("a value holds a line break");
        });
        connection.offer(broken);
        connection.offer(SECOND);
        events.awaits(broken);
        connection.grant(broken);

        assertThat(events.ended(broken).outcome().reply().text()).contains("a value holds a line break");
        assertThat(events.next(Events.Closed.class).untouched()).containsExactly(SECOND);
    }

    @Test
    void a421InPlaceOfTheNextSenderLeavesThatMessageUntouched() throws Exception {
        MailConnection connection = connectReady(dialogue -> {
            dialogue.login("PIPELINING");
            dialogue.takeEnvelope();
            dialogue.hearContent();
            dialogue.hearEnvelope();
            dialogue.say("250 Ok", "421 4.7.0 Too many messages on this connection");
        });
        connection.offer(FIRST);
        events.awaits(FIRST);
        connection.offer(SECOND);
        connection.grant(FIRST);

        assertThat(events.ended(FIRST).outcome()).isInstanceOf(Accepted.class);
        Events.Closed closed = events.next(Events.Closed.class);
        assertThat(closed.kind()).isEqualTo(ReplyReason.THROTTLED);
        assertThat(closed.reason().code()).isEqualTo(421);
        assertThat(closed.untouched()).containsExactly(SECOND);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void a421LaterInTheEnvelopeDefersTheMessage(int step) throws Exception {
        MailConnection connection = connectReady(dialogue -> {
            dialogue.login("PIPELINING");
            dialogue.hearEnvelope();
            for (int i = 0; i < step; i++) {
                dialogue.say("250 Ok");
            }
            dialogue.say("421 4.3.2 Going down");
            dialogue.stall();
        });
        connection.offer(FIRST);

        assertThat(reasonOf(events.ended(FIRST).outcome())).isEqualTo(ReplyReason.THROTTLED);
        assertThat(events.next(Events.Closed.class).untouched()).isEmpty();
    }

    @Test
    void a421AfterTheContentDefersTheMessage() throws Exception {
        MailConnection connection = connectReady(dialogue -> {
            dialogue.login("PIPELINING");
            dialogue.takeMessage("421 4.7.0 Slow down");
            dialogue.stall();
        });
        connection.offer(FIRST);
        events.awaits(FIRST);
        connection.grant(FIRST);

        assertThat(reasonOf(events.ended(FIRST).outcome())).isEqualTo(ReplyReason.THROTTLED);
        events.next(Events.Closed.class);
    }

    @Test
    void a421ThatNobodyAskedForEndsTheConnection() throws Exception {
        connectReady(dialogue -> {
            dialogue.login("PIPELINING");
            dialogue.say("421 4.4.2 Timeout");
            dialogue.stall();
        });

        Events.Closed closed = events.next(Events.Closed.class);
        assertThat(closed.kind()).isEqualTo(ReplyReason.CONNECTION);
        assertThat(closed.reason().text()).isEqualTo("Timeout");
    }

    private void sendSecond(MailConnection connection) throws Exception {
        connection.offer(SECOND);
        events.awaits(SECOND);
        connection.grant(SECOND);
        assertThat(events.ended(SECOND).outcome()).isInstanceOf(Accepted.class);
    }

    private static ReplyReason reasonOf(DeliveryOutcome outcome) {
        return switch (outcome) {
            case Deferred deferred -> deferred.reason();
            case Rejected rejected -> rejected.reason();
            case Accepted _, DeliveryOutcome.Uncertain _ -> ReplyReason.NONE;
        };
    }
}
