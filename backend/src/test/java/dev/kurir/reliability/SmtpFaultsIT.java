package dev.kurir.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.testing.Seen;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/**
 * The whole program against every misbehaviour of a mail server that {@link SmtpFaultTable} knows. The short form is
 * part of the tests; the long one has more messages, servers without pipelining, and the second refusal of a login.
 */
class SmtpFaultsIT {
    private static final int MESSAGES = Integer.getInteger("smtp.messages", 2);
    private static final boolean LONG = Boolean.getBoolean("smtp.long");
    /** Files and threads that may be there by chance. */
    private static final int TOLERANCE = 2;

    @Test
    void whateverAServerDoesTheMessageTheAccountAndTheRecipientFareAsTheTableSays() throws Exception {
        Path folder = Path.of("target", "crash", "smtp-" + System.nanoTime()).toAbsolutePath();
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder);
        try (SmtpFaultsScenario scenario = new SmtpFaultsScenario(folder, MESSAGES, LONG)) {
            Footprint before = scenario.begin();
            long since = System.nanoTime();
            List<String> deviations = scenario.run(Duration.ofSeconds(LONG ? 180 : 40));
            long took = (System.nanoTime() - since) / 1_000_000_000;
            List<String> stillTrying = LONG ? scenario.stillTrying(Duration.ofSeconds(90)) : List.of();
            List<String> connected = scenario.switchOff();
            Footprint after = scenario.settled(before, TOLERANCE);
            System.out.printf(
                    "smtp faults: %d servers, after %d s %d not as the table says; connections left open %d; files %d → %d, threads %d → %d%n",
                    scenario.cases(),
                    took,
                    deviations.size(),
                    connected.size(),
                    before.allDescriptors(),
                    after.allDescriptors(),
                    before.allThreads(),
                    after.allThreads());

            assertThat(deviations).as("history in %s", folder).isEmpty();
            assertThat(stillTrying).as("log in a third time").isEmpty();
            assertThat(connected).as("connections that are still open").isEmpty();
            assertThat(after.isWithin(before, TOLERANCE))
                    .as("%s → %s", before, after)
                    .isTrue();
            Seen.note(
                    "T3",
                    "%d servers, %d messages to each: all as the table says; no connection left open; files %d → %d, threads %d → %d",
                    scenario.cases(),
                    MESSAGES,
                    before.allDescriptors(),
                    after.allDescriptors(),
                    before.allThreads(),
                    after.allThreads());
        }
        FileSystemUtils.deleteRecursively(folder);
    }
}
