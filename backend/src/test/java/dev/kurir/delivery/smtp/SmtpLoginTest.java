package dev.kurir.delivery.smtp;

import static dev.kurir.delivery.smtp.TransportFixture.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.account.ConnectionSecurity;
import dev.kurir.account.Endpoint;
import dev.kurir.outbox.MailConnection;
import dev.kurir.outbox.OutgoingMessage;
import dev.kurir.outbox.ReplyReason;
import dev.kurir.outbox.SmtpPhase;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmtpLoginTest extends ScriptedTest {
    @Test
    void logsInWithLoginWhereThereIsNoPlain() throws Exception {
        connectReady(dialogue -> {
            dialogue.say("220 Hi");
            dialogue.hear("EHLO");
            dialogue.say("250-scripted", "250-AUTH=LOGIN", "250 AUTH LOGIN CRAM-MD5");
            dialogue.hear("AUTH LOGIN");
            dialogue.say("334 VXNlcm5hbWU6");
            assertThat(dialogue.hear()).isEqualTo("dXNlcg==");
            dialogue.say("334 UGFzc3dvcmQ6");
            assertThat(dialogue.hear()).isEqualTo("cGFzcw==");
            dialogue.say("235 Ok");
            dialogue.stall();
        });
    }

    @Test
    void goesOnWithoutLoginWhereThereIsNoPassword() throws Exception {
        try (ScriptedServer server = new ScriptedServer(dialogue -> {
            dialogue.say("220 Hi");
            dialogue.ehlo();
            dialogue.stall();
        })) {
            Endpoint endpoint = new Endpoint("127.0.0.1", server.port(), ConnectionSecurity.NONE);
            fixture().open(TestAccount.at(endpoint, null), events);
            events.next(Events.Ready.class);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "535 5.7.8 Bad credentials|AUTH_FAILED",
                "534 5.7.9 Application-specific password required|AUTH_FAILED",
                "550 5.7.30 Basic authentication is not supported|AUTH_FAILED",
                "454 4.7.0 Too many login attempts|AUTH_BUSY",
                "421 4.7.0 Try again later|THROTTLED",
                "432 4.3.2 Concurrent connections limit exceeded|THROTTLED"
            })
    void aRefusedLoginIsToldWithItsReason(String reply, ReplyReason reason) throws Exception {
        MailConnection connection = connect(dialogue -> {
            dialogue.say("220 Hi");
            dialogue.ehlo();
            dialogue.hear("AUTH PLAIN");
            dialogue.say(reply);
            dialogue.stall();
        });
        OutgoingMessage message = message(1);
        connection.offer(message);

        Events.Closed closed = events.next(Events.Closed.class);
        assertThat(closed.kind()).isEqualTo(reason);
        assertThat(closed.reason().phase()).isEqualTo(SmtpPhase.LOGIN);
        assertThat(closed.untouched()).containsExactly(message);
    }

    @Test
    void aServerWithoutALoginWeKnowIsToldSo() throws Exception {
        connect(dialogue -> {
            dialogue.say("220 Hi");
            dialogue.hear("EHLO");
            dialogue.say("250-scripted", "250 AUTH GSSAPI");
            dialogue.stall();
        });

        assertThat(events.next(Events.Closed.class).kind()).isEqualTo(ReplyReason.AUTH_FAILED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"554 5.7.1 No|CONNECTION", "421 4.3.2 Busy|THROTTLED", "SSH-2.0-OpenSSH_9.2|CONNECTION"})
    void aGreetingThatIsNoneEndsTheConnection(String greeting, ReplyReason reason) throws Exception {
        connect(dialogue -> {
            dialogue.say(greeting);
            dialogue.stall();
        });

        Events.Closed closed = events.next(Events.Closed.class);
        assertThat(closed.kind()).isEqualTo(reason);
        assertThat(closed.reason().phase()).isEqualTo(SmtpPhase.CONNECT);
    }

    @Test
    void aServerThatNeverGreetsIsGivenUp() throws Exception {
        patience(TransportFixture.timeouts(Duration.ofMillis(200), Duration.ofSeconds(10)));
        connect(Dialogue::stall);

        Events.Closed closed = events.next(Events.Closed.class);
        assertThat(closed.kind()).isEqualTo(ReplyReason.CONNECTION);
        assertThat(closed.reason().phase()).isEqualTo(SmtpPhase.CONNECT);
    }

    @Test
    void nobodyThereIsTold() throws Exception {
        int port;
        try (ServerSocket unused = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = unused.getLocalPort();
        }
        fixture().open("127.0.0.1", port, ConnectionSecurity.NONE, events);

        assertThat(events.next(Events.Closed.class).reason().text()).isEqualTo("The connection was refused.");
    }

    @Test
    void aNameThatDoesNotExistIsTold() throws Exception {
        fixture().open("no-such-host.invalid", 587, ConnectionSecurity.STARTTLS, events);

        Events.Closed closed = events.next(Events.Closed.class);
        assertThat(closed.reason().text()).isEqualTo("The host name is not known.");
        assertThat(closed.kind()).isEqualTo(ReplyReason.CONNECTION);
    }

    @Test
    void aHostInsideIsNotConnectedTo() throws Exception {
        fixture().open("169.254.169.254", 587, ConnectionSecurity.STARTTLS, events);

        assertThat(events.next(Events.Closed.class).reason().text()).contains("not on the public internet");
    }

    @Test
    void withoutEncryptionOnlyWhereTheOperatorAllowedIt() throws Exception {
        fixture().open("192.88.99.1", 25, ConnectionSecurity.NONE, events);

        assertThat(events.next(Events.Closed.class).reason().text()).contains("Only the operator can allow");
    }
}
