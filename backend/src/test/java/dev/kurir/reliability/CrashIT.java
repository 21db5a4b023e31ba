package dev.kurir.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.reliability.CrashScenario.Size;
import dev.kurir.testing.Seen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/**
 * Kills the real program with {@code kill -9} in the middle of campaigns. The short form is part of the tests;
 * {@code make crash-test} is the long one. {@code -Dcrash.seed=…} throws the same dice again; the history of a failure
 * (the server's record, the logs, the database) stays in {@code target/crash}.
 */
class CrashIT {
    private static final Size SIZE = new Size(
            Integer.getInteger("crash.messages", 1_500),
            Integer.getInteger("crash.accounts", 2),
            Integer.getInteger("crash.connections", 2),
            Integer.getInteger("crash.kills", 2));
    private static final long SEED = Long.getLong("crash.seed", System.nanoTime());

    @Test
    void killedAgainAndAgainNothingIsLostAndNothingIsSentTwice() throws IOException {
        Path folder = Path.of("target", "crash", "seed-" + SEED).toAbsolutePath();
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder);
        System.out.println("crash test, seed " + SEED + ": " + SIZE);
        CrashResult result;
        try (CrashScenario scenario = new CrashScenario(folder, SIZE, SEED)) {
            result = scenario.run();
        }

        assertThat(result.isSound())
                .as("seed %d, history in %s: %s", SEED, folder, result)
                .isTrue();
        Seen.note("T1", "%s", result.sentence("kills", "sends again"));
        FileSystemUtils.deleteRecursively(folder);
    }
}
