package dev.kurir.platform.vault;

import dev.kurir.platform.StartRefusedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The file {@code key} in the data folder: readable for its owner only, complete or not there, never overwritten. */
final class KeyFile {
    private final Path path;

    KeyFile(Path dataFolder) {
        this.path = dataFolder.resolve("key");
    }

    Path path() {
        return path;
    }

    boolean exists() {
        return Files.exists(path);
    }

    String read() {
        try {
            return Files.readString(path, StandardCharsets.US_ASCII);
        } catch (IOException failed) {
            throw new StartRefusedException("The key file " + path + " cannot be read.", failed);
        }
    }

    /** Another program that was faster wins: its key is the one. */
    void create(String key) {
        Path unfinished = path.resolveSibling("key." + ProcessHandle.current().pid() + ".unfinished");
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.deleteIfExists(unfinished);
            write(unfinished, key);
            Files.createLink(path, unfinished);
        } catch (FileAlreadyExistsException _) {
            // Its owner wrote the whole file before it got this name.
        } catch (IOException | UnsupportedOperationException failed) {
            throw new StartRefusedException("The key file " + path + " cannot be written.", failed);
        } finally {
            unfinished.toFile().delete();
        }
    }

    private static void write(Path file, String key) throws IOException {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Set<StandardOpenOption> fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, fresh, ownerOnly)) {
            channel.write(ByteBuffer.wrap((key + "\n").getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
    }
}
