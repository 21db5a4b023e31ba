package dev.kurir.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.testing.Seen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.FileSystemUtils;

/**
 * The disk of the database, or that of the program's journal and uploads, runs full. Needs the right to mount a small
 * file system; the short form is part of the tests, {@code make crash-test} has the long one.
 */
class DiskFullIT {
    private static final int TIMES = Integer.getInteger("disk.times", 1);
    private static final int MESSAGES = Integer.getInteger("disk.messages", 900);
    private static final int LONGEST_ANSWER = 15_000;
    private static final int LONGEST_RETURN = 60_000;

    enum Disk {
        DATABASE("postgres", 320),
        PROGRAM("node-1/data", 48);

        private final String folder;
        private final int megabytes;

        Disk(String folder, int megabytes) {
            this.folder = folder;
            this.megabytes = megabytes;
        }
    }

    static List<Disk> disks() {
        return Boolean.getBoolean("disk.all") ? List.of(Disk.values()) : List.of(Disk.DATABASE);
    }

    @ParameterizedTest
    @MethodSource("disks")
    void nothingIsLostOrToldFalselyAndItGoesOnByItself(Disk which) throws IOException {
        Path folder = Path.of("target", "crash", "disk-" + System.nanoTime()).toAbsolutePath();
        Files.createDirectories(folder);
        Optional<SmallDisk> small = SmallDisk.mount(folder.resolve(which.folder), which.megabytes);
        if (small.isEmpty()) {
            System.out.println("disk full: skipped, this user may not mount a small file system");
        }
        Assumptions.assumeTrue(small.isPresent());
        DiskFullScenario.Result result;
        try (SmallDisk disk = small.orElseThrow();
                DiskFullScenario scenario = new DiskFullScenario(folder, disk, MESSAGES)) {
            result = scenario.run(TIMES);
        }

        assertThat(result.mail().isSound())
                .as("history in %s: %s", folder, result)
                .isTrue();
        assertThat(result.dishonest()).isEmpty();
        assertThat(result.slowest()).isLessThanOrEqualTo(LONGEST_ANSWER);
        assertThat(result.mail().resumedMillis())
                .allSatisfy(took -> assertThat(took).isLessThan(LONGEST_RETURN));
        assertThat(result.late()).isZero();
        if (which == Disk.PROGRAM) {
            assertThat(result.workers()).contains("\"reason\":\"disk\"");
        }
        Seen.note(
                "T5-" + which.name().toLowerCase(Locale.ROOT),
                "%s; answers `507 disk_full` within %.1f s",
                result.mail().sentence("times full", "goes on"),
                result.slowest() / 1000.0);
        FileSystemUtils.deleteRecursively(folder);
    }
}
