package dev.kurir.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.reliability.DatabaseFaultsScenario.Size;
import dev.kurir.testing.Seen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/**
 * The database fails while the program lives. The short form is part of the tests, {@code make crash-test} has the long
 * one; {@code -Ddatabase.seed=…} throws the same dice again.
 */
class DatabaseFaultsIT {
    private static final Size SIZE =
            new Size(4, 2, Integer.getInteger("database.messages", 1_500), Integer.getInteger("database.times", 1));
    private static final long SEED = Long.getLong("database.seed", System.nanoTime());

    @Test
    void whateverHappensToTheDatabaseTheProgramGoesOnAndKnowsEverything() throws IOException {
        Path folder = Path.of("target", "crash", "database-" + SEED).toAbsolutePath();
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder);
        System.out.println("database faults, seed " + SEED + ": " + SIZE);
        DatabaseFaultsScenario.Result result;
        try (DatabaseFaultsScenario scenario = new DatabaseFaultsScenario(folder, SIZE, SEED)) {
            result = scenario.run();
        }

        assertThat(result.isSound())
                .as("seed %d, history in %s: %s", SEED, folder, result)
                .isTrue();
        Seen.note("T4", "%s", result.mail().sentence("faults", "goes on"));
        FileSystemUtils.deleteRecursively(folder);
    }
}
