package dev.kurir.outbox.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * What this node remembers of the database outside of it.
 *
 * @param instance id of the installation
 * @param machine where it ran; empty: unknown
 * @param node its row in the table of nodes; 0: none yet
 * @param flushes how many of its flushes the database has acknowledged
 */
record Witness(String instance, String machine, long node, long flushes) {
    private static final Path MACHINE = Path.of("/etc/machine-id");

    /** Null when there is none, or one of another installation. */
    static @Nullable Witness read(Path data, String instance) {
        try {
            String[] words = Files.readString(file(data)).strip().split(" ", -1);
            return words.length == 4 && words[0].equals(instance)
                    ? new Witness(words[0], words[1], Long.parseLong(words[2]), Long.parseLong(words[3]))
                    : null;
        } catch (NoSuchFileException none) {
            return null;
        } catch (IOException failure) {
            throw new UncheckedIOException("The witness in " + data + " cannot be read", failure);
        }
    }

    /** Behind this call it is on the disk, whole. */
    void write(Path data) {
        Path unfinished = data.resolve("witness.unfinished");
        String text = String.join(" ", instance, machine, Long.toString(node), Long.toString(flushes));
        try (FileChannel channel = FileChannel.open(
                unfinished,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
            Files.move(unfinished, file(data), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException("The witness in " + data + " cannot be written", failure);
        }
    }

    /** Empty on a machine without one. */
    static String thisMachine() {
        try {
            return Files.readString(MACHINE).strip();
        } catch (IOException none) {
            return "";
        }
    }

    private static Path file(Path data) {
        return data.resolve("witness");
    }
}
