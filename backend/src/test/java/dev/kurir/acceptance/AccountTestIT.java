package dev.kurir.acceptance;

import static dev.kurir.testing.Api.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.kurir.testing.Api;
import dev.kurir.testing.KurirTest;
import dev.kurir.testing.Owner;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** Settings of an account are tried against real servers: the sandbox's, and some that nobody should trust. */
@KurirTest
@TestPropertySource(properties = "kurir.allow-private-targets=127.0.0.1,localhost")
class AccountTestIT {
    private static final Map<String, Object> SANDBOX_SMTP = endpoint("sandbox.test", 25, "none");
    private static final Map<String, Object> SANDBOX_IMAP = endpoint("sandbox.test", 143, "none");

    private final Api api;

    AccountTestIT(ApplicationContext context) {
        this.api = new Api(Owner.of(context).web());
    }

    @Test
    void theSandboxAccountPassesWithItsStoredPassword() {
        Object account = api.created("/api/v1/sandbox", Map.of()).get("accountId");

        Map<String, Object> test = test(SANDBOX_SMTP, SANDBOX_IMAP, Map.of("accountId", account));

        assertThat(test).containsEntry("ok", true);
        assertThat(words(test))
                .containsExactly(
                        "smtp dns ok",
                        "smtp connect ok",
                        "smtp tls skipped",
                        "smtp login ok",
                        "smtp mail_from ok",
                        "imap dns ok",
                        "imap connect ok",
                        "imap tls skipped",
                        "imap login ok");
        assertThat(step(test, "smtp", "login").get("detail")).asString().startsWith("235 ");
    }

    @Test
    void aWrongPasswordFailsAtTheLoginInTheServersWords() {
        Map<String, Object> test = test(SANDBOX_SMTP, SANDBOX_IMAP, Map.of("password", "wrong"));

        assertThat(test).containsEntry("ok", false);
        assertThat(words(test)).contains("smtp login failed", "smtp mail_from skipped", "imap login failed");
        assertThat(step(test, "smtp", "login"))
                .containsEntry("code", "login_failed")
                .hasEntrySatisfying(
                        "detail", detail -> assertThat(detail).asString().startsWith("535 "));
        assertThat(step(test, "imap", "login").get("detail")).asString().contains("Invalid login/password");
    }

    @Test
    void whereNobodyListensTheConnectionFails() throws IOException {
        Map<String, Object> nobody = endpoint("localhost", closedPort(), "tls");

        Map<String, Object> test = test(nobody, nobody, Map.of("password", "x"));

        assertThat(words(test)).contains("smtp connect failed", "smtp login skipped", "imap connect failed");
        assertThat(step(test, "smtp", "connect")).containsEntry("detail", "The connection was refused.");
    }

    @Test
    void aCertificateThatNobodyVouchesForGetsNoPassword() {
        GreenMail selfSigned =
                new GreenMail(new ServerSetup[] {setup(ServerSetup.PROTOCOL_SMTPS), setup(ServerSetup.PROTOCOL_IMAPS)});
        selfSigned.start();
        try {
            Map<String, Object> test = test(
                    endpoint("localhost", selfSigned.getSmtps().getPort(), "tls"),
                    endpoint("localhost", selfSigned.getImaps().getPort(), "tls"),
                    Map.of("password", "x"));

            assertThat(words(test))
                    .contains("smtp connect ok", "smtp tls failed", "smtp login skipped")
                    .contains("imap connect ok", "imap tls failed", "imap login skipped");
            assertThat(step(test, "smtp", "tls").get("detail")).asString().contains("No secure connection");
        } finally {
            selfSigned.stop();
        }
    }

    @Test
    void hostsInsideAreNotConnectedTo() {
        Map<String, Object> test = test(
                endpoint("169.254.169.254", 587, "starttls"),
                endpoint("10.0.0.1", 993, "tls"),
                Map.of("password", "x"));

        assertThat(words(test)).contains("smtp dns failed", "smtp connect skipped", "imap dns failed");
        assertRefused(
                api.post("/api/v1/accounts/test", request(endpoint("10.0.0.1", 25, "none"), null, Map.of())),
                422,
                "plain_not_allowed",
                "/smtp/security");
    }

    private Map<String, Object> test(Map<String, Object> smtp, Map<String, Object> imap, Map<String, ?> more) {
        return Api.body(api.post("/api/v1/accounts/test", request(smtp, imap, more))
                .expectStatus()
                .isOk());
    }

    private static Map<String, Object> request(
            Map<String, Object> smtp, @Nullable Map<String, Object> imap, Map<String, ?> more) {
        Map<String, Object> request = new HashMap<>();
        request.put("fromAddress", "hello@sandbox.test");
        request.put("username", "hello@sandbox.test");
        request.put("smtp", smtp);
        request.put("imap", imap);
        request.putAll(more);
        return request;
    }

    private static List<String> words(Map<String, Object> test) {
        return steps(test).stream()
                .map(step -> step.get("protocol") + " " + step.get("step") + " " + step.get("result"))
                .toList();
    }

    private static Map<String, Object> step(Map<String, Object> test, String protocol, String name) {
        return steps(test).stream()
                .filter(step -> step.get("protocol").equals(protocol))
                .filter(step -> step.get("step").equals(name))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> steps(Map<String, Object> test) {
        return (List<Map<String, Object>>) Objects.requireNonNull(test.get("steps"));
    }

    private static ServerSetup setup(String protocol) {
        ServerSetup setup = new ServerSetup(0, "127.0.0.1", protocol);
        setup.setServerStartupTimeout(20_000);
        return setup;
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Map<String, Object> endpoint(String host, int port, String security) {
        return Map.of("host", host, "port", port, "security", security);
    }
}
