package dev.kurir.platform.postgres;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** A compressed archive, readable by its owner only, of files that change while they are read. */
final class ArchiveWriter implements AutoCloseable {
    private final TarArchiveOutputStream tar;

    private ArchiveWriter(TarArchiveOutputStream tar) {
        this.tar = tar;
    }

    static ArchiveWriter create(Path file) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        TarArchiveOutputStream tar = new TarArchiveOutputStream(
                new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(file))), "UTF-8");
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        return new ArchiveWriter(tar);
    }

    void add(String name, String text) throws IOException {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(octets.length);
        tar.putArchiveEntry(entry);
        tar.write(octets);
        tar.closeArchiveEntry();
    }

    /** A file that has gone meanwhile is left out; the log of the database knows why. */
    void add(String name, Path path) throws IOException {
        if (Files.isDirectory(path)) {
            tar.putArchiveEntry(new TarArchiveEntry(name + "/"));
            tar.closeArchiveEntry();
            return;
        }
        try (InputStream in = Files.newInputStream(path)) {
            long size = Files.size(path);
            TarArchiveEntry entry = new TarArchiveEntry(name);
            entry.setSize(size);
            tar.putArchiveEntry(entry);
            copy(in, size);
            tar.closeArchiveEntry();
        } catch (NoSuchFileException gone) {
            return;
        }
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }

    /** As long as it was when it was opened: what was cut off since is zeros, what was added is in the log. */
    private void copy(InputStream in, long size) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long left = size;
        while (left > 0) {
            int read = in.readNBytes(buffer, 0, (int) Math.min(buffer.length, left));
            if (read == 0) {
                Arrays.fill(buffer, (byte) 0);
                read = (int) Math.min(buffer.length, left);
            }
            tar.write(buffer, 0, read);
            left -= read;
        }
    }
}
