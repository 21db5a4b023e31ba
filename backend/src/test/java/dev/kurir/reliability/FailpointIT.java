package dev.kurir.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.platform.fault.Failpoint;
import dev.kurir.testing.Seen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/**
 * The program dies at its failpoints. The short form, with those whose outcomes differ most, is part of the tests,
 * {@code make crash-test} has the long one with all; {@code -Dfailpoint.seed=…} throws the same dice again,
 * {@code -Dfailpoint.only=IN_} takes some of the points.
 */
class FailpointIT {
    private static final String ONLY = System.getProperty("failpoint.only", "");
    private static final List<Failpoint> POINTS = Boolean.getBoolean("failpoint.all")
            ? Arrays.stream(Failpoint.values())
                    .filter(point -> point.name().startsWith(ONLY))
                    .toList()
            : List.of(Failpoint.AFTER_INTENT, Failpoint.BEFORE_JOURNAL, Failpoint.BEFORE_OUTCOME);
    private static final int TIMES = Integer.getInteger("failpoint.times", 1);
    private static final int MESSAGES = Integer.getInteger("failpoint.messages", 60);
    private static final long SEED = Long.getLong("failpoint.seed", System.nanoTime());

    @Test
    void whereverItDiesExactlyThatIsLeftWhichCanBeKnown() throws IOException {
        Path folder = Path.of("target", "crash", "failpoint-" + SEED).toAbsolutePath();
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder);
        System.out.printf("failpoints, seed %d: each %d times in %d messages%n", SEED, TIMES, MESSAGES);
        List<FailpointScenario.Death> deaths = new ArrayList<>();
        try (FailpointScenario scenario = new FailpointScenario(folder, MESSAGES, SEED)) {
            scenario.begin();
            for (Failpoint point : POINTS) {
                for (int time = 0; time < TIMES; time++) {
                    deaths.add(scenario.dieAt(point));
                }
                tell(point, deaths);
            }
        }

        assertThat(deaths)
                .as("seed %d, history in %s", SEED, folder)
                .allSatisfy(
                        death -> assertThat(death.wrong()).as(death.toString()).isEmpty());
        Seen.note(
                "T2",
                "%d points × %d: each state as expected; uncertain %d (%d had arrived), only between intent and journal",
                POINTS.size(),
                TIMES,
                deaths.stream().mapToLong(FailpointScenario.Death::uncertain).sum(),
                deaths.stream()
                        .mapToLong(FailpointScenario.Death::arrivedOfThem)
                        .sum());
        FileSystemUtils.deleteRecursively(folder);
    }

    private static void tell(Failpoint point, List<FailpointScenario.Death> deaths) {
        List<FailpointScenario.Death> here =
                deaths.stream().filter(death -> death.point() == point).toList();
        System.out.printf(
                "%-15s died %2d times: uncertain %2d, of them arrived %2d, wrong %d%n",
                point,
                here.size(),
                here.stream().mapToLong(FailpointScenario.Death::uncertain).sum(),
                here.stream().mapToLong(FailpointScenario.Death::arrivedOfThem).sum(),
                here.stream().filter(death -> !death.wrong().isEmpty()).count());
    }
}
