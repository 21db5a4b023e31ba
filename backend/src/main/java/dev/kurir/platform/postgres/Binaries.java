package dev.kurir.platform.postgres;

import dev.kurir.platform.StartRefusedException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs, unpacked once per version from the archive inside our own jar. */
record Binaries(Path folder) {

    private static final Set<PosixFilePermission> EXECUTABLE =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    /** The folder is named after version and platform, so that a warm start has nothing to compare. */
    static Binaries in(Path home) throws IOException {
        Path folder = home.resolve("pg-" + EmbeddedPostgres.VERSION + "-" + platform());
        if (!Files.exists(folder)) {
            Folders.createWhole(folder, Binaries::unpack);
        }
        return new Binaries(folder);
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    private static void unpack(Path folder) throws IOException {
        String archive = "/postgres-" + platform() + ".txz";
        try (InputStream packed = Binaries.class.getResourceAsStream(archive)) {
            if (packed == null) {
                throw new StartRefusedException(
                        "Kurir brings no PostgreSQL for this machine (%s). Name one of your own with KURIR_DB_URL=postgresql://user:password@host:5432/kurir"
                                .formatted(platform()));
            }
            unpack(new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed))), folder);
        }
    }

    private static void unpack(TarArchiveInputStream archive, Path folder) throws IOException {
        for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
            Path target = folder.resolve(entry.getName()).normalize();
            if (!target.startsWith(folder)) {
                throw new IOException("The archive of PostgreSQL leads out of its folder: " + entry.getName());
            }
            write(archive, entry, target);
        }
    }

    private static void write(TarArchiveInputStream archive, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
        } else if (entry.isSymbolicLink()) {
            Files.createDirectories(target.getParent());
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.createDirectories(target.getParent());
            Files.copy(archive, target);
            if ((entry.getMode() & 0100) != 0) {
                Files.setPosixFilePermissions(target, EXECUTABLE);
            }
        }
    }

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return (system.startsWith("mac") ? "darwin" : system.replace(' ', '_')) + "-" + packedName(processor);
    }

    private static String packedName(String processor) {
        return switch (processor) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> processor;
        };
    }
}
