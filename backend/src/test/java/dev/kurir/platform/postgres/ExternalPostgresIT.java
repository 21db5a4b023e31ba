package dev.kurir.platform.postgres;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kurir.platform.StartRefusedException;
import dev.kurir.testing.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ExternalPostgresIT {

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    @Test
    void takesAServerOfTheRightVersion() {
        assertThatCode(() -> ExternalPostgres.check(database.location(), Duration.ZERO))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesAnOlderServer() {
        assertThatThrownBy(() -> ExternalPostgres.refuseOlder(database.location(), 170_009))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("is PostgreSQL 17; Kurir needs PostgreSQL 18");
    }

    @Test
    void saysWhatTheServerSaidAndNotThePassword() {
        DatabaseLocation right = database.location();
        DatabaseLocation wrong =
                new DatabaseLocation(right.host(), right.port(), right.database(), right.user(), "sesame", "disable");

        assertThatThrownBy(() -> ExternalPostgres.check(wrong, Duration.ofMinutes(1)))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("password authentication failed")
                .hasMessageNotContaining("sesame");
    }

    @Test
    void givesUpOnAServerThatIsNotThere() throws IOException {
        DatabaseLocation right = database.location();
        DatabaseLocation nowhere =
                new DatabaseLocation(right.host(), closedPort(), "kurir", "kurir", "sesame", "disable");

        assertThatThrownBy(() -> ExternalPostgres.check(nowhere, Duration.ZERO))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("does not let Kurir in");
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
