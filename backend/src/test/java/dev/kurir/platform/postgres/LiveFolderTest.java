package dev.kurir.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveFolderTest {
    @TempDir
    Path top;

    @Test
    void aFolderComesBeforeWhatItHolds() throws IOException {
        Path folder = Files.createDirectory(top.resolve("base"));
        Path file = Files.writeString(folder.resolve("1"), "x");

        assertThat(LiveFolder.paths(top)).containsExactly(folder, file);
    }

    @Test
    void whatGoesWhileItIsReadIsLeftOutAndTheRestIsFound() throws Exception {
        Path stays = Files.writeString(top.resolve("stays"), "x");
        AtomicBoolean enough = new AtomicBoolean();
        Thread churn = Thread.ofPlatform().start(() -> churn(enough));
        try {
            for (int round = 0; round < 3_000; round++) {
                assertThat(LiveFolder.paths(top)).contains(stays);
            }
        } finally {
            enough.set(true);
            churn.join();
        }
    }

    @Test
    void aFolderThatIsNotThereIsAnError() {
        assertThatThrownBy(() -> LiveFolder.paths(top.resolve("none"))).isInstanceOf(NoSuchFileException.class);
    }

    /** What the database does with its temporary files of the log. */
    private void churn(AtomicBoolean enough) {
        try {
            while (!enough.get()) {
                for (int file = 0; file < 20; file++) {
                    Files.deleteIfExists(Files.writeString(top.resolve("temporary" + file), ""));
                }
            }
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }
}
