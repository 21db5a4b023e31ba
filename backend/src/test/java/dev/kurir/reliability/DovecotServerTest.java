package dev.kurir.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The mail server of the tests itself. */
@EnabledIf("isThereAServer")
class DovecotServerTest {
    static boolean isThereAServer() {
        return DovecotServer.program().isPresent();
    }

    @Test
    void itGreetsAndDoesSoAgainAfterARestart() throws IOException {
        try (DovecotServer server = DovecotServer.start()) {
            awaitGreeting(server);
            server.restart();
            awaitGreeting(server);
        }
    }

    private static void awaitGreeting(DovecotServer server) {
        await().atMost(Duration.ofSeconds(20))
                .ignoreExceptionsInstanceOf(IOException.class)
                .untilAsserted(
                        () -> assertThat(greeting(server)).as(server.log()).startsWith("* OK"));
    }

    private static String greeting(DovecotServer server) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            return String.valueOf(lines.readLine());
        } catch (IOException failed) {
            throw new AssertionError(server.log(), failed);
        }
    }
}
