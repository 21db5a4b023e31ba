package dev.kurir.inbox.imap;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.kurir.account.ConnectionProbe.Result;
import dev.kurir.account.ConnectionProbe.Step;
import dev.kurir.account.ConnectionProbe.Target;
import dev.kurir.account.ConnectionSecurity;
import dev.kurir.account.Endpoint;
import dev.kurir.account.Secret;
import dev.kurir.platform.net.TargetGuard;
import dev.kurir.testing.TestCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImapProbeTest {
    private static final String HELLO = "* OK Hello from the script";
    private static final SSLSocketFactory JDK = (SSLSocketFactory) SSLSocketFactory.getDefault();
    private static GreenMail mailboxes;
    private static TestCertificate certificate;
    private static TestCertificate ofAnotherHost;

    @BeforeAll
    static void start(@TempDir Path one, @TempDir Path two) throws Exception {
        ServerSetup setup = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP);
        setup.setServerStartupTimeout(20_000);
        mailboxes = new GreenMail(setup);
        mailboxes.start();
        mailboxes.setUser("ann@kurir.test", "ann", "pass \"w\\ord\" é");
        certificate = new TestCertificate(one, "dns:localhost");
        ofAnotherHost = new TestCertificate(two, "dns:mail.elsewhere.test");
    }

    @AfterAll
    static void stop() {
        mailboxes.stop();
    }

    @Test
    void aMailboxLetsItsOwnerIn() {
        List<Step> steps = greenMail("pass \"w\\ord\" é");

        assertThat(steps).extracting(Step::result).containsExactly(Result.OK, Result.OK, Result.SKIPPED, Result.OK);
        assertThat(steps.getFirst().detail()).isEqualTo("127.0.0.1");
        assertThat(steps.get(1).detail()).contains("GreenMail");
    }

    @Test
    void aWrongPasswordIsToldInTheServersWords() {
        Step login = greenMail("wrong").getLast();

        assertThat(login.result()).isEqualTo(Result.FAILED);
        assertThat(login.code()).isEqualTo("login_failed");
        assertThat(login.detail()).contains("Invalid login/password");
    }

    @Test
    void withoutAPasswordNoLoginIsTried() {
        List<Step> steps = greenMail(null);

        assertThat(steps).extracting(Step::result).endsWith(Result.OK, Result.SKIPPED, Result.SKIPPED);
    }

    @Test
    void whereNobodyListensTheConnectionFails() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }

        List<Step> steps = probe("localhost", free, ConnectionSecurity.TLS, JDK);

        assertThat(steps)
                .extracting(Step::result)
                .containsExactly(Result.OK, Result.FAILED, Result.SKIPPED, Result.SKIPPED);
        assertThat(steps.get(1).code()).isEqualTo("connect_failed");
        assertThat(steps.get(1).detail()).isEqualTo("The connection was refused.");
    }

    @Test
    void tlsFromTheStartIsVerifiedAndUsed() throws Exception {
        try (ImapScript server = new ImapScript(HELLO, certificate.sockets(), true)) {
            List<Step> steps = probe("localhost", server.port(), ConnectionSecurity.TLS, trusting(certificate));

            assertThat(steps).extracting(Step::result).containsOnly(Result.OK);
            assertThat(steps.get(2).detail()).isEqualTo("TLSv1.3");
            assertThat(steps.get(3).detail()).isEqualTo("So be it");
        }
    }

    @Test
    void startTlsComesBeforeThePassword() throws Exception {
        try (ImapScript server = new ImapScript(HELLO, certificate.sockets(), false)) {
            List<Step> steps = probe("localhost", server.port(), ConnectionSecurity.STARTTLS, trusting(certificate));

            assertThat(steps).extracting(Step::result).containsOnly(Result.OK);
            assertThat(steps.get(1).detail()).isEqualTo("Hello from the script");
            assertThat(server.heard().getFirst()).endsWith("STARTTLS");
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForIsRefused() throws Exception {
        assertTlsRefused(ConnectionSecurity.TLS, certificate, JDK);
        assertTlsRefused(ConnectionSecurity.STARTTLS, certificate, JDK);
    }

    @Test
    void aCertificateOfAnotherHostIsRefused() throws Exception {
        assertTlsRefused(ConnectionSecurity.TLS, ofAnotherHost, trusting(ofAnotherHost));
        assertTlsRefused(ConnectionSecurity.STARTTLS, ofAnotherHost, trusting(ofAnotherHost));
    }

    @Test
    void hostsInsideAreNotEvenConnectedTo() {
        Target inside = target("169.254.169.254", 993, ConnectionSecurity.TLS, "pass");
        List<Step> steps = new ImapTrial(inside, new GuardedSockets(new TargetGuard(""), JDK)).run();

        assertThat(steps.getFirst().code()).isEqualTo("dns_failed");
        assertThat(steps.getFirst().detail()).isEqualTo("The host is not on the public internet.");
    }

    @Test
    void aServerThatAnnouncesTooMuchIsLeft() throws Exception {
        try (ImapScript server = new ImapScript("* OK {2000000000}", null, false)) {
            Step connect = probe("127.0.0.1", server.port(), ConnectionSecurity.NONE, JDK)
                    .get(1);

            assertThat(connect.result()).isEqualTo(Result.FAILED);
            assertThat(connect.detail()).contains("more than a login takes");
        }
    }

    @Test
    void aServerThatSendsUsAwayIsQuoted() throws Exception {
        try (ImapScript server = new ImapScript("* BYE Too many connections", null, false)) {
            Step connect = probe("127.0.0.1", server.port(), ConnectionSecurity.NONE, JDK)
                    .get(1);

            assertThat(connect.result()).isEqualTo(Result.FAILED);
            assertThat(connect.detail()).isEqualTo("Too many connections");
        }
    }

    private static void assertTlsRefused(ConnectionSecurity security, TestCertificate shown, SSLSocketFactory trust)
            throws Exception {
        try (ImapScript server = new ImapScript(HELLO, shown.sockets(), security == ConnectionSecurity.TLS)) {
            List<Step> steps = probe("localhost", server.port(), security, trust);

            assertThat(steps)
                    .extracting(Step::result)
                    .containsExactly(Result.OK, Result.OK, Result.FAILED, Result.SKIPPED);
            assertThat(steps.get(2).code()).isEqualTo("tls_failed");
            assertThat(steps.get(2).detail()).startsWith("No secure connection: ");
            assertThat(server.heard()).noneMatch(line -> line.contains("LOGIN"));
        }
    }

    private static List<Step> greenMail(@Nullable String password) {
        Target target = target("127.0.0.1", mailboxes.getImap().getPort(), ConnectionSecurity.NONE, password);
        return new ImapTrial(target, sockets(JDK)).run();
    }

    private static List<Step> probe(String host, int port, ConnectionSecurity security, SSLSocketFactory tls) {
        return new ImapTrial(target(host, port, security, "pass"), sockets(tls)).run();
    }

    private static GuardedSockets sockets(SSLSocketFactory tls) {
        return new GuardedSockets(new TargetGuard("127.0.0.1,::1,localhost"), tls);
    }

    private static Target target(String host, int port, ConnectionSecurity security, @Nullable String password) {
        Endpoint endpoint = new Endpoint(host, port, security);
        return new Target(endpoint, "ann", password == null ? null : new Secret(password), "ann@kurir.test");
    }

    private static SSLSocketFactory trusting(TestCertificate one) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, one.trust().getTrustManagers(), null);
        return context.getSocketFactory();
    }
}
