package dev.kurir.delivery.smtp;

import static dev.kurir.delivery.smtp.TransportFixture.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.account.ConnectionSecurity;
import dev.kurir.outbox.DeliveryOutcome.Accepted;
import dev.kurir.outbox.MailConnection;
import dev.kurir.outbox.OutgoingMessage;
import dev.kurir.outbox.ReplyReason;
import dev.kurir.outbox.SmtpPhase;
import dev.kurir.testing.TestCertificate;
import java.nio.file.Path;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmtpTlsTest {
    private static TestCertificate certificate;
    private static TestCertificate ofAnotherHost;

    private final Events events = new Events();

    @BeforeAll
    static void makeCertificates(@TempDir Path one, @TempDir Path two) throws Exception {
        certificate = new TestCertificate(one, "dns:localhost,ip:127.0.0.1");
        ofAnotherHost = new TestCertificate(two, "dns:mail.elsewhere.test");
    }

    @Test
    void deliversOverImplicitTls() throws Exception {
        play(ConnectionSecurity.TLS, certificate.trust(), dialogue -> {
            dialogue.startTls(certificate.sockets());
            dialogue.login("PIPELINING");
            dialogue.takeMessage("250 Ok");
            dialogue.stall();
        });
    }

    @Test
    void deliversOverStartTls() throws Exception {
        play(ConnectionSecurity.STARTTLS, certificate.trust(), dialogue -> {
            startTls(dialogue, certificate);
            dialogue.ehlo("PIPELINING");
            dialogue.hear("AUTH PLAIN");
            dialogue.say("235 Ok");
            dialogue.takeMessage("250 Ok");
            dialogue.stall();
        });
    }

    @Test
    void aCertificateThatNobodyVouchesForIsRefused() throws Exception {
        Events.Closed closed = fail(ConnectionSecurity.TLS, null, certificate);

        assertThat(closed.reason().phase()).isEqualTo(SmtpPhase.TLS);
        assertThat(closed.reason().text()).startsWith("No secure connection: ");
    }

    @Test
    void aCertificateOfAnotherHostIsRefused() throws Exception {
        Events.Closed closed = fail(ConnectionSecurity.TLS, ofAnotherHost.trust(), ofAnotherHost);

        assertThat(closed.reason().phase()).isEqualTo(SmtpPhase.TLS);
        assertThat(closed.reason().text()).contains("localhost");
    }

    @Test
    void aBadCertificateAfterStartTlsIsRefusedAndNoPasswordLeaves() throws Exception {
        Events.Closed closed = fail(ConnectionSecurity.STARTTLS, ofAnotherHost.trust(), ofAnotherHost);

        assertThat(closed.reason().phase()).isEqualTo(SmtpPhase.TLS);
    }

    @Test
    void thereIsNoFallBackToAnUnencryptedConnection() throws Exception {
        assertRefusedBeforeLogin(dialogue -> {
            dialogue.say("220 Hi");
            dialogue.ehlo("PIPELINING");
            dialogue.stall();
        });
    }

    @Test
    void aRefusedStartTlsEndsTheConnection() throws Exception {
        assertRefusedBeforeLogin(dialogue -> {
            dialogue.say("220 Hi");
            dialogue.ehlo("STARTTLS");
            dialogue.hear("STARTTLS");
            dialogue.say("454 4.7.0 TLS not available");
            dialogue.stall();
        });
    }

    @Test
    void whatIsSlippedInBehindTheAnswerToStartTlsIsNotBelieved() throws Exception {
        assertRefusedBeforeLogin(dialogue -> {
            dialogue.say("220 Hi");
            dialogue.ehlo("STARTTLS");
            dialogue.hear("STARTTLS");
            dialogue.say("220 Go ahead", "250-scripted", "250 AUTH PLAIN");
            dialogue.stall();
        });
    }

    @Test
    void aServerThatDoesNotSpeakTlsIsTold() throws Exception {
        try (ScriptedServer server = new ScriptedServer(dialogue -> {
                    dialogue.say("220 I speak in the clear");
                    dialogue.stall();
                });
                TransportFixture fixture = new TransportFixture(TransportFixture.PATIENT)) {
            fixture.open("localhost", server.port(), ConnectionSecurity.TLS, events);

            assertThat(events.next(Events.Closed.class).reason().phase()).isEqualTo(SmtpPhase.TLS);
        }
    }

    private void play(ConnectionSecurity security, TrustManagerFactory trust, ScriptedServer.Script script)
            throws Exception {
        OutgoingMessage message = message(1);
        try (TransportFixture fixture = new TransportFixture(TransportFixture.PATIENT, trust);
                ScriptedServer server = new ScriptedServer(script)) {
            MailConnection connection = fixture.open("localhost", server.port(), security, events);
            events.next(Events.Ready.class);
            connection.offer(message);
            events.awaits(message);
            connection.grant(message);

            assertThat(events.ended(message).outcome()).isInstanceOf(Accepted.class);
            connection.abort();
        }
    }

    private Events.Closed fail(ConnectionSecurity security, @Nullable TrustManagerFactory trust, TestCertificate shown)
            throws Exception {
        try (ScriptedServer server = new ScriptedServer(dialogue -> {
                    if (security == ConnectionSecurity.STARTTLS) {
                        startTls(dialogue, shown);
                    } else {
                        dialogue.startTls(shown.sockets());
                    }
                    dialogue.stall();
                });
                TransportFixture fixture = new TransportFixture(TransportFixture.PATIENT, trust)) {
            fixture.open("localhost", server.port(), security, events);
            Events.Closed closed = events.next(Events.Closed.class);

            assertThat(closed.kind()).isEqualTo(ReplyReason.CONNECTION);
            assertThat(server.heard()).doesNotContain("AUTH");
            return closed;
        }
    }

    private void assertRefusedBeforeLogin(ScriptedServer.Script script) throws Exception {
        try (ScriptedServer server = new ScriptedServer(script);
                TransportFixture fixture = new TransportFixture(TransportFixture.PATIENT)) {
            fixture.open("localhost", server.port(), ConnectionSecurity.STARTTLS, events);

            assertThat(events.next(Events.Closed.class).reason().phase()).isEqualTo(SmtpPhase.TLS);
            assertThat(server.heard()).doesNotContain("AUTH");
        }
    }

    private static void startTls(Dialogue dialogue, TestCertificate shown) throws Exception {
        dialogue.say("220 Hi");
        dialogue.ehlo("STARTTLS");
        dialogue.hear("STARTTLS");
        dialogue.say("220 Go ahead");
        dialogue.startTls(shown.sockets());
    }
}
