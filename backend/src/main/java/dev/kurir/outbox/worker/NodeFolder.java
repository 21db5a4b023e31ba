package dev.kurir.outbox.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who this node is, across restarts. Whoever holds the lock on the folder knows that every earlier start of the same
 * node is dead, and may take over its accounts without waiting for its lease.
 */
record NodeFolder(Path journal, String name, @Nullable FileChannel lock) implements AutoCloseable {
    static NodeFolder open(Path data) {
        try {
            Files.createDirectories(data);
            FileChannel channel = FileChannel.open(
                    data.resolve("node"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                return new NodeFolder(data.resolve("journal"), UUID.randomUUID().toString(), null);
            }
            return new NodeFolder(data.resolve("journal"), name(channel), channel);
        } catch (IOException failure) {
            throw new UncheckedIOException("The data folder cannot be used: " + data, failure);
        }
    }

    Path data() {
        return Objects.requireNonNull(journal.getParent());
    }

    /** Of the {@link IntentLog}. */
    Path intents() {
        return data().resolve("intents");
    }

    /** Only the holder of the lock may replay what other starts left. */
    boolean isOurs() {
        return lock != null;
    }

    @Override
    public void close() throws IOException {
        if (lock != null) {
            lock.close();
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProgram) {
            return null;
        }
    }

    private static String name(FileChannel channel) throws IOException {
        ByteBuffer known = ByteBuffer.allocate(64);
        channel.read(known, 0);
        if (known.position() > 0) {
            return StandardCharsets.US_ASCII.decode(known.flip()).toString().strip();
        }
        String fresh = UUID.randomUUID().toString();
        channel.write(ByteBuffer.wrap(fresh.getBytes(StandardCharsets.US_ASCII)), 0);
        channel.force(true);
        return fresh;
    }
}
