package dev.kurir.delivery.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.outbox.DeliveryOutcome.Accepted;
import dev.kurir.outbox.DeliveryOutcome.Deferred;
import dev.kurir.outbox.MailConnection;
import dev.kurir.outbox.ReplyReason;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/**
 * Connections that are lost before the content of a message, or after its acceptance: everybody knows what became of
 * it.
 */
class SmtpLossTest extends ScriptedTest {
    @Test
    void acceptedStaysAcceptedWhenTheConnectionIsResetAfterwards() throws Exception {
        MailConnection connection = connectReady(dialogue -> {
            dialogue.login("PIPELINING");
            dialogue.takeMessage("250 Ok");
            dialogue.reset();
        });
        sendFirst(connection);

        assertThat(events.ended(FIRST).outcome()).isInstanceOf(Accepted.class);
        events.next(Events.Closed.class);
    }

    @Test
    void acceptedStaysAcceptedWhenQuitIsNeverAnswered() throws Exception {
        MailConnection connection = connectReady(dialogue -> {
            dialogue.login("PIPELINING");
            dialogue.takeMessage("250 Ok");
            dialogue.hear("QUIT");
            dialogue.stall();
        });
        sendFirst(connection);

        assertThat(events.ended(FIRST).outcome()).isInstanceOf(Accepted.class);
        connection.close();
        assertThat(events.next(Events.Closed.class).kind()).isEqualTo(ReplyReason.NONE);
    }

    @Test
    void acceptedIsReadEvenWhenWritingTheNextEnvelopeFails() throws Exception {
        MailConnection connection = connectReady(dialogue -> {
            dialogue.login("PIPELINING");
            dialogue.takeEnvelope();
            dialogue.hearContent();
            dialogue.hearEnvelope();
            dialogue.say("250 Ok");
            dialogue.reset();
        });
        connection.offer(FIRST);
        events.awaits(FIRST);
        connection.offer(SECOND);
        connection.grant(FIRST);

        assertThat(events.ended(FIRST).outcome()).isInstanceOf(Accepted.class);
        assertThat(events.next(Events.Closed.class).untouched()).containsExactly(SECOND);
    }

    @Test
    void acceptedIsReadEvenWhenAWriteFailsBeforeIt() throws Exception {
        CountDownLatch goneAndOffered = new CountDownLatch(2);
        MailConnection connection = connectReady(dialogue -> {
            dialogue.login("PIPELINING");
            dialogue.takeMessage("250 Ok");
            dialogue.reset();
            goneAndOffered.countDown();
        });
        connection.offer(FIRST);
        events.awaits(FIRST);
        connection.grant(FIRST);
        // The client's thread sleeps until the server is gone and the next is offered, and then writes before it reads.
        fixture().holdUp(goneAndOffered);
        connection.offer(SECOND);
        goneAndOffered.countDown();

        assertThat(events.ended(FIRST).outcome()).isInstanceOf(Accepted.class);
        assertThat(events.next(Events.Closed.class).untouched()).containsExactly(SECOND);
    }

    @Test
    void aCutBeforeAnyAnswerLeavesTheMessageUntouched() throws Exception {
        MailConnection connection = connectReady(dialogue -> {
            dialogue.login("PIPELINING");
            dialogue.hearEnvelope();
            dialogue.hangUp();
        });
        connection.offer(FIRST);
        connection.offer(SECOND);

        Events.Closed closed = events.next(Events.Closed.class);
        assertThat(closed.kind()).isEqualTo(ReplyReason.CONNECTION);
        assertThat(closed.untouched()).containsExactly(FIRST, SECOND);
    }

    @Test
    void aCutInTheMiddleOfTheEnvelopeDefersTheMessage() throws Exception {
        MailConnection connection = connectReady(dialogue -> {
            dialogue.login("PIPELINING");
            dialogue.hearEnvelope();
            dialogue.say("250 Ok");
            dialogue.hangUp();
        });
        connection.offer(FIRST);
        Events.Ended ended = events.ended(FIRST);

        assertThat(ended.outcome())
                .isInstanceOfSatisfying(
                        Deferred.class,
                        deferred -> assertThat(deferred.reason()).isEqualTo(ReplyReason.CONNECTION));
        assertThat(ended.contentSent()).isFalse();
        assertThat(events.next(Events.Closed.class).untouched()).isEmpty();
    }

    @Test
    void aCutWhileTheIntentIsAwaitedDefersAndALateGrantDoesNothing() throws Exception {
        MailConnection connection = connectReady(dialogue -> {
            dialogue.login("PIPELINING");
            dialogue.takeEnvelope();
            dialogue.hangUp();
        });
        connection.offer(FIRST);
        events.awaits(FIRST);

        assertThat(events.ended(FIRST).outcome()).isInstanceOf(Deferred.class);
        events.next(Events.Closed.class);
        connection.grant(FIRST);
        connection.offer(SECOND);
        connection.close();
        connection.abort();
        assertThat(events.areOver()).isTrue();
    }

    @Test
    void abortingGivesBackWhatAwaitsItsIntent() throws Exception {
        MailConnection connection = connectReady(dialogue -> {
            dialogue.login("PIPELINING");
            dialogue.takeEnvelope();
            dialogue.stall();
        });
        connection.offer(FIRST);
        events.awaits(FIRST);
        connection.abort();

        assertThat(events.next(Events.Closed.class).untouched()).containsExactly(FIRST);
    }

    @Test
    void aReplyTooManyEndsTheConnectionBeforeItCanBeTakenForAnother() throws Exception {
        MailConnection connection = connectReady(dialogue -> {
            dialogue.login("PIPELINING");
            dialogue.takeEnvelope();
            dialogue.say("250 Ok");
            dialogue.stall();
        });
        connection.offer(FIRST);
        events.awaits(FIRST);

        assertThat(events.ended(FIRST).outcome()).isInstanceOf(Deferred.class);
        events.next(Events.Closed.class);
        assertThat(heard()).endsWith("DATA\r\n");
    }
}
