package dev.kurir.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.reliability.NodesScenario.Fault;
import dev.kurir.reliability.NodesScenario.Size;
import dev.kurir.testing.Seen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/**
 * Several nodes on one database. The short form is part of the tests, {@code make crash-test} has the long one;
 * {@code -Dnodes.seed=…} throws the same dice again.
 */
class SeveralNodesIT {
    private static final Size SIZE = new Size(
            Integer.getInteger("nodes.nodes", 2),
            Integer.getInteger("nodes.accounts", 4),
            2,
            Integer.getInteger("nodes.messages", 2_400),
            Integer.getInteger("nodes.limited", 90),
            Integer.getInteger("nodes.rounds", 1),
            Boolean.getBoolean("nodes.all")
                    ? List.of(Fault.values())
                    : List.of(Fault.KILL, Fault.FREEZE, Fault.SILENCE),
            Duration.ofSeconds(Long.getLong("nodes.lease", 4)));
    private static final long SEED = Long.getLong("nodes.seed", System.nanoTime());

    @Test
    void whateverHappensToANodeTheOthersTakeItsAccountsAndNothingIsSentTwice() throws IOException {
        Path folder = Path.of("target", "crash", "nodes-" + SEED).toAbsolutePath();
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder);
        System.out.println("several nodes, seed " + SEED + ": " + SIZE);
        NodesScenario.Result result;
        try (NodesScenario scenario = new NodesScenario(folder, SIZE, SEED)) {
            result = scenario.run();
        }

        assertThat(result.isSound(SIZE.lease()))
                .as("seed %d, history in %s: %s", SEED, folder, result)
                .isTrue();
        Seen.note(
                "T8",
                "%s; of an account with a limit of 100 a minute its server saw at most %d in any",
                result.mail()
                        .sentence(
                                "faults over %d nodes with a lease of %d s"
                                        .formatted(SIZE.nodes(), SIZE.lease().toSeconds()),
                                "its accounts have moved"),
                result.mostInAMinute());
        FileSystemUtils.deleteRecursively(folder);
    }
}
