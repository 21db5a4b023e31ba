package dev.kurir.platform.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.KurirApplication;
import dev.kurir.platform.postgres.DatabaseLocation;
import dev.kurir.testing.ChildJvm;
import dev.kurir.testing.TestDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherIT {

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    @TempDir
    Path folder;

    @Test
    void startsOnAnExternalDatabaseSaysWhereItIsAndStopsInOrder() {
        try (ChildJvm kurir = start("KURIR_DB_URL", url(), "KURIR_PORT", "0")) {
            assertThat(kurir.lineWith("Kurir is ready")).contains("http://localhost:");

            // 128 + 15: ended by the signal, after all shutdown hooks.
            assertThat(kurir.stop()).isEqualTo(143);
        }
    }

    @Test
    void saysThatThePortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0);
                ChildJvm kurir = start("KURIR_DB_URL", url(), "KURIR_PORT", "" + taken.getLocalPort())) {
            assertThat(kurir.lineWith("Kurir cannot start."))
                    .contains("Port " + taken.getLocalPort() + " is taken by another program");
            assertThat(kurir.exitCode()).isEqualTo(1);
        }
    }

    private ChildJvm start(String... environment) {
        return ChildJvm.start(
                KurirApplication.class,
                folder,
                Map.of(
                        "KURIR_DATA",
                        folder.toString(),
                        environment[0],
                        environment[1],
                        environment[2],
                        environment[3]));
    }

    private String url() {
        DatabaseLocation at = database.location();
        return "postgresql://%s:%s@%s:%d/%s".formatted(at.user(), at.password(), at.host(), at.port(), at.database());
    }
}
