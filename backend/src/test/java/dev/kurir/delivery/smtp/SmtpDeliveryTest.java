package dev.kurir.delivery.smtp;

import static dev.kurir.delivery.smtp.TransportFixture.CONTENT;
import static dev.kurir.delivery.smtp.TransportFixture.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.outbox.DeliveryOutcome.Accepted;
import dev.kurir.outbox.MailConnection;
import dev.kurir.outbox.OutgoingMessage;
import dev.kurir.outbox.ReplyReason;
import dev.kurir.outbox.SmtpPhase;
import dev.kurir.outbox.SmtpReply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class SmtpDeliveryTest extends ScriptedTest {
    @Test
    void logsInAndDeliversAMessage() throws Exception {
        MailConnection connection = connectReady(dialogue -> {
            dialogue.login("PIPELINING");
            dialogue.takeMessage("250 2.0.0 Ok: queued as 4XyZ");
            dialogue.stall();
        });
        connection.offer(FIRST);
        events.awaits(FIRST);
        connection.grant(FIRST);

        Events.Ended ended = events.ended(FIRST);
        assertThat(ended.outcome())
                .isEqualTo(new Accepted(new SmtpReply(SmtpPhase.DOT, 250, "2.0.0", "Ok: queued as 4XyZ")));
        assertThat(ended.contentSent()).isTrue();
        assertThat(heard())
                .contains("AUTH PLAIN AHVzZXIAcGFzcw==\r\n")
                .endsWith("MAIL FROM:<post@kurir.test>\r\nRCPT TO:<to1@there.test>\r\nDATA\r\n" + CONTENT + ".\r\n");
    }

    @Test
    void noOctetOfContentLeavesBeforeTheIntentIsGranted() throws Exception {
        CountDownLatch granted = new CountDownLatch(1);
        MailConnection connection = connectReady(dialogue -> {
            dialogue.login("PIPELINING");
            dialogue.takeEnvelope();
            int before = dialogue.heard().length();
            granted.await();
            assertThat(dialogue.heard()).hasSize(before);
            dialogue.hearContent();
            dialogue.say("250 Ok");
            dialogue.stall();
        });
        boolean[] built = new boolean[1];
        OutgoingMessage lazy = message(1, () -> {
            built[0] = true;
            return CONTENT.getBytes(StandardCharsets.US_ASCII);
        });
        connection.offer(lazy);
        events.awaits(lazy);

        assertThat(built[0]).isFalse();
        granted.countDown();
        connection.grant(lazy);
        assertThat(events.ended(lazy).outcome()).isInstanceOf(Accepted.class);
    }

    @Test
    void theNextEnvelopeTravelsRightBehindTheContent() throws Exception {
        MailConnection connection = connectReady(dialogue -> {
            dialogue.login("PIPELINING");
            dialogue.takeEnvelope();
            dialogue.hearContent();
            // The verdict on the first message waits until the next envelope is here.
            dialogue.hearEnvelope();
            dialogue.say("250 Ok", "250 Ok", "250 Ok", "354 Go");
            dialogue.hearContent();
            dialogue.say("250 Ok");
            dialogue.stall();
        });
        connection.offer(FIRST);
        events.awaits(FIRST);
        connection.offer(SECOND);
        connection.grant(FIRST);
        events.ended(FIRST);
        events.awaits(SECOND);
        connection.grant(SECOND);

        assertThat(events.ended(SECOND).outcome()).isInstanceOf(Accepted.class);
    }

    @Test
    void anEnvelopeOfferedAfterTheGrantGoesBehindTheContentToo() throws Exception {
        MailConnection connection = connectReady(dialogue -> {
            dialogue.login("PIPELINING");
            dialogue.takeEnvelope();
            dialogue.hearContent();
            dialogue.hearEnvelope();
            dialogue.say("250 Ok", "250 Ok", "250 Ok", "354 Go");
            dialogue.stall();
        });
        connection.offer(FIRST);
        events.awaits(FIRST);
        connection.grant(FIRST);
        connection.offer(SECOND);

        events.ended(FIRST);
        events.awaits(SECOND);
    }

    @Test
    void withoutPipeliningEachCommandWaitsForItsReply() throws Exception {
        MailConnection connection = connectReady(dialogue -> {
            dialogue.login("SIZE 1000");
            dialogue.hear("MAIL FROM:");
            dialogue.say("550 5.7.1 Not you");
            // Nothing else of the refused envelope may come.
            dialogue.hear("MAIL FROM:");
            dialogue.say("250 Ok");
            dialogue.hear("RCPT TO:<to2@there.test>");
            dialogue.say("250 Ok");
            dialogue.hear("DATA");
            dialogue.say("354 Go");
            dialogue.hearContent();
            dialogue.say("250 Ok");
            dialogue.hear("QUIT");
            dialogue.say("221 Bye");
        });
        connection.offer(FIRST);
        connection.offer(SECOND);
        events.ended(FIRST);
        events.awaits(SECOND);
        connection.grant(SECOND);

        assertThat(events.ended(SECOND).outcome()).isInstanceOf(Accepted.class);
        connection.close();
        assertThat(events.next(Events.Closed.class).kind()).isEqualTo(ReplyReason.NONE);
    }

    @Test
    void aDotAtTheStartOfALineIsDoubled() throws Exception {
        MailConnection connection = connectReady(dialogue -> {
            dialogue.login("PIPELINING");
            dialogue.takeEnvelope();
            assertThat(dialogue.hearContent()).isEqualTo("a: b\r\n\r\n..\r\n..dot\r\nx.\r\n..\r\n.\r\n");
            dialogue.say("250 Ok");
            dialogue.stall();
        });
        OutgoingMessage dots =
                message(1, () -> "a: b\r\n\r\n.\r\n.dot\r\nx.\r\n.\r\n".getBytes(StandardCharsets.US_ASCII));
        connection.offer(dots);
        events.awaits(dots);
        connection.grant(dots);

        assertThat(events.ended(dots).outcome()).isInstanceOf(Accepted.class);
    }

    @Test
    void aServerThatSpeaksOctetByOctetIsUnderstood() throws Exception {
        MailConnection connection = connectReady(dialogue -> {
            dialogue.login("PIPELINING");
            dialogue.hearEnvelope();
            for (char octet : "250-Ok\r\n250 Ok\r\n250 Ok\r\n354 Go\r\n".toCharArray()) {
                dialogue.write(String.valueOf(octet));
            }
            dialogue.hearContent();
            dialogue.say("250 Ok");
            dialogue.stall();
        });
        connection.offer(FIRST);
        events.awaits(FIRST);
        connection.grant(FIRST);

        assertThat(events.ended(FIRST).outcome()).isInstanceOf(Accepted.class);
    }

    @Test
    void anIdleConnectionIsClosedWithQuit() throws Exception {
        patience(TransportFixture.timeouts(Duration.ofSeconds(10), Duration.ofMillis(100)));
        connectReady(dialogue -> {
            dialogue.login("PIPELINING");
            dialogue.hear("QUIT");
            dialogue.say("221 Bye");
        });

        Events.Closed closed = events.next(Events.Closed.class);
        assertThat(closed.kind()).isEqualTo(ReplyReason.NONE);
        assertThat(closed.untouched()).isEmpty();
    }

    @Test
    void closingWaitsForTheMessageWhoseContentIsOut() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        MailConnection connection = connectReady(dialogue -> {
            dialogue.login("PIPELINING");
            dialogue.takeEnvelope();
            dialogue.hearContent();
            closed.await();
            dialogue.say("250 Ok");
            dialogue.hear("QUIT");
        });
        connection.offer(FIRST);
        events.awaits(FIRST);
        connection.grant(FIRST);
        connection.close();
        connection.offer(SECOND);
        closed.countDown();

        assertThat(events.ended(FIRST).outcome()).isInstanceOf(Accepted.class);
        assertThat(events.next(Events.Closed.class).untouched()).containsExactly(SECOND);
    }

    @Test
    void closingGivesBackWhatWasNotGranted() throws Exception {
        MailConnection connection = connectReady(dialogue -> {
            dialogue.login("PIPELINING");
            dialogue.takeEnvelope();
            dialogue.stall();
        });
        connection.offer(FIRST);
        connection.offer(SECOND);
        events.awaits(FIRST);
        connection.close();

        assertThat(events.next(Events.Closed.class).untouched()).containsExactly(FIRST, SECOND);
        assertThat(heard()).endsWith("DATA\r\n");
    }

    @Test
    void closingBeforeTheLoginIsThroughEndsIt() throws Exception {
        CountDownLatch greeted = new CountDownLatch(1);
        MailConnection connection = connect(dialogue -> {
            dialogue.say("220 Hi");
            dialogue.hear("EHLO");
            greeted.countDown();
            dialogue.stall();
        });
        connection.offer(FIRST);
        greeted.await();
        connection.close();

        assertThat(events.next(Events.Closed.class).untouched()).containsExactly(FIRST);
    }
}
