package dev.kurir.delivery.smtp;

import static dev.kurir.delivery.smtp.TransportFixture.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.outbox.DeliveryOutcome.Uncertain;
import dev.kurir.outbox.MailConnection;
import dev.kurir.outbox.OutgoingMessage;
import dev.kurir.outbox.SmtpPhase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections that are lost between the content of a message and the whole reply to its dot: nobody knows. */
class SmtpUncertainTest extends ScriptedTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "250-",
                "250-one\r\n250-two\r\n",
                "250 without line end",
                "HTTP/1.1 200 OK\r\n",
                "250-one\r\n451 two\r\n",
                "25\r\n",
                "150 what\r\n",
                "354 what\r\n",
                "\u00FF\u00FE\u0000\r\n"
            })
    void withoutAWholeReplyToTheDotNobodyKnows(String lastWords) throws Exception {
        MailConnection connection = connectReady(dialogue -> {
            dialogue.login("PIPELINING");
            dialogue.takeEnvelope();
            dialogue.hearContent();
            dialogue.write(lastWords);
            dialogue.hangUp();
        });
        sendFirst(connection);
        Events.Ended ended = events.ended(FIRST);

        assertThat(ended.outcome()).isInstanceOf(Uncertain.class);
        assertThat(ended.contentSent()).isTrue();
        assertThat(ended.outcome().reply().phase()).isEqualTo(SmtpPhase.DOT);
        assertThat(events.next(Events.Closed.class).untouched()).isEmpty();
    }

    @Test
    void aResetAtTheDotLeavesItUncertainAndTheEnvelopeBehindUntouched() throws Exception {
        MailConnection connection = connectReady(dialogue -> {
            dialogue.login("PIPELINING");
            dialogue.takeEnvelope();
            dialogue.hearContent();
            dialogue.reset();
        });
        connection.offer(FIRST);
        connection.offer(SECOND);
        events.awaits(FIRST);
        connection.grant(FIRST);

        assertThat(events.ended(FIRST).outcome()).isInstanceOf(Uncertain.class);
        assertThat(events.next(Events.Closed.class).untouched()).containsExactly(SECOND);
    }

    @Test
    void aLineWithoutAnEndIsNoReply() throws Exception {
        MailConnection connection = connectReady(dialogue -> {
            dialogue.login("PIPELINING");
            dialogue.takeEnvelope();
            dialogue.hearContent();
            while (true) {
                dialogue.write("250 " + "x".repeat(4096));
            }
        });
        sendFirst(connection);

        assertThat(events.ended(FIRST).outcome()).isInstanceOf(Uncertain.class);
    }

    @Test
    void moreLinesThanAReplyMayHaveAreNoReply() throws Exception {
        MailConnection connection = connectReady(dialogue -> {
            dialogue.login("PIPELINING");
            dialogue.takeEnvelope();
            dialogue.hearContent();
            dialogue.write("250-x\r\n".repeat(200) + "250 Ok\r\n");
            dialogue.stall();
        });
        sendFirst(connection);

        assertThat(events.ended(FIRST).outcome()).isInstanceOf(Uncertain.class);
    }

    @Test
    void silenceAtTheDotEndsUncertain() throws Exception {
        patience(TransportFixture.timeouts(Duration.ofMillis(300), Duration.ofSeconds(10)));
        MailConnection connection = connectReady(dialogue -> {
            dialogue.login("PIPELINING");
            dialogue.takeEnvelope();
            dialogue.hearContent();
            dialogue.stall();
        });
        sendFirst(connection);

        assertThat(events.ended(FIRST).outcome()).isInstanceOf(Uncertain.class);
        assertThat(events.next(Events.Closed.class).reason().text()).contains("did not answer");
    }

    @Test
    void aCutInTheMiddleOfTheContentIsUncertain() throws Exception {
        byte[] large = ("x: y\r\n\r\n" + ("z".repeat(70) + "\r\n").repeat(200_000)).getBytes(StandardCharsets.US_ASCII);
        OutgoingMessage big = message(1, () -> large);
        MailConnection connection = connectReady(dialogue -> {
            dialogue.login("PIPELINING");
            dialogue.takeEnvelope();
            dialogue.hearOctets(10_000);
            dialogue.reset();
        });
        connection.offer(big);
        events.awaits(big);
        connection.grant(big);
        Events.Ended ended = events.ended(big);

        assertThat(ended.outcome()).isInstanceOf(Uncertain.class);
        assertThat(ended.outcome().reply().phase()).isEqualTo(SmtpPhase.CONTENT);
        assertThat(ended.contentSent()).isTrue();
    }

    @Test
    void abortingLeavesWhatIsAtTheDotUncertain() throws Exception {
        CountDownLatch atDot = new CountDownLatch(1);
        MailConnection connection = connectReady(dialogue -> {
            dialogue.login("PIPELINING");
            dialogue.takeEnvelope();
            dialogue.hearContent();
            atDot.countDown();
            dialogue.stall();
        });
        connection.offer(FIRST);
        connection.offer(SECOND);
        events.awaits(FIRST);
        connection.grant(FIRST);
        atDot.await();
        connection.abort();

        assertThat(events.ended(FIRST).outcome()).isInstanceOf(Uncertain.class);
        assertThat(events.next(Events.Closed.class).untouched()).containsExactly(SECOND);
    }
}
