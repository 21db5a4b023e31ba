package dev.kurir.platform.postgres;

import dev.kurir.platform.StartRefusedException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Makes a data folder from a backup. What starts on it sends nothing until a person has confirmed it. */
public final class Restore {
    /** Its presence says that the folder came from a backup and was not started since. */
    public static final String MARK = "restored";

    private Restore() {}

    public static void read(Path file, Path folder) throws IOException {
        if (isInUse(folder)) {
            throw new StartRefusedException(
                    "There is something in %s already. Move it away, or name another folder with KURIR_DATA."
                            .formatted(folder));
        }
        Files.deleteIfExists(folder);
        Folders.createWhole(folder, unfinished -> unpack(file, unfinished));
    }

    private static boolean isInUse(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return false;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findAny().isPresent();
        }
    }

    private static void unpack(Path file, Path folder) throws IOException {
        Files.writeString(folder.resolve(MARK), file.getFileName().toString());
        try (InputStream in = Files.newInputStream(file);
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new GZIPInputStream(new BufferedInputStream(in)), "UTF-8")) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("The backup leads out of its folder: " + entry.getName());
                }
                write(tar, entry, target);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Folders.createPrivate(target);
            return;
        }
        Folders.createPrivate(target.resolve("..").normalize());
        Files.createFile(target, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (OutputStream out = Files.newOutputStream(target)) {
            tar.transferTo(out);
        }
    }
}
