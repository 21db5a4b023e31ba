package dev.kurir.outbox.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntentLogTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void whatWasWrittenIsReadByTheNextStart() {
        try (IntentLog log = log("a")) {
            log.write(List.of(granted(1), granted(2)));
            log.write(List.of(granted(3)));
        }

        assertThat(all(log("a"))).containsExactly(granted(1), granted(2), granted(3));
    }

    @Test
    void theOldestGoWhenThereAreTooMany() {
        for (long start = 0; start < 5; start++) {
            try (IntentLog log = log("a")) {
                log.write(List.of(granted(start * 4 + 1), granted(start * 4 + 2)));
                log.write(List.of(granted(start * 4 + 3), granted(start * 4 + 4)));
            }
        }

        // three files of two
        assertThat(all(log("a")).stream().map(IntentLog.Granted::message))
                .containsExactly(15L, 16L, 17L, 18L, 19L, 20L);
    }

    @Test
    void aTornRecordEndsItsFileOnly() throws IOException {
        try (IntentLog log = log("a")) {
            log.write(List.of(granted(1)));
        }
        Path file;
        try (var files = Files.list(folder)) {
            file = files.findFirst().orElseThrow();
        }
        Files.write(file, new byte[20], StandardOpenOption.APPEND);
        try (IntentLog log = log("a")) {
            log.write(List.of(granted(2)));
        }

        assertThat(all(log("a"))).containsExactly(granted(1), granted(2));
    }

    @Test
    void anotherInstallationsAreNotOurs() {
        try (IntentLog log = log("a")) {
            log.write(List.of(granted(1)));
        }

        assertThat(all(log("b"))).isEmpty();
    }

    private IntentLog log(String instance) {
        return new IntentLog(folder, instance, 2, 3);
    }

    private static List<IntentLog.Granted> all(IntentLog log) {
        return log.read().flatMap(List::stream).toList();
    }

    private static IntentLog.Granted granted(long message) {
        return new IntentLog.Granted(message, 1, NOON.plusSeconds(message));
    }
}
