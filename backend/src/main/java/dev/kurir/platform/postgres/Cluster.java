package dev.kurir.platform.postgres;

import dev.kurir.platform.StartRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The data of the built-in database: made once, then checked before each start. */
record Cluster(Path home, Binaries binaries) {

    private static final int SECRET_BYTES = 32;

    Path data() {
        return home.resolve("data");
    }

    /** Makes the data folder unless it is there, and refuses one of another major version. */
    void prepare() throws IOException {
        if (!Files.exists(data())) {
            Folders.createWhole(data(), this::initialise);
        }
        String found = Files.readString(data().resolve("PG_VERSION")).strip();
        if (!found.equals(EmbeddedPostgres.MAJOR_VERSION)) {
            throw new StartRefusedException(
                    "The data in %s was written by PostgreSQL %s, but this Kurir brings PostgreSQL %s. Use the Kurir that wrote it, or move its data over with PostgreSQL's own tools."
                            .formatted(data(), found, EmbeddedPostgres.MAJOR_VERSION));
        }
    }

    /** The password of the built-in database; readable by this user only. */
    String secret() throws IOException {
        Path file = home.resolve("secret");
        if (!Files.exists(file)) {
            byte[] random = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(random);
            Path unfinished = home.resolve("secret.unfinished");
            Files.deleteIfExists(unfinished);
            Files.createFile(
                    unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(unfinished, HexFormat.of().formatHex(random));
            Files.move(unfinished, file);
        }
        return Files.readString(file).strip();
    }

    private void initialise(Path folder) throws IOException {
        secret();
        // The built-in collation is immune to changes of the system's locales, which would silently damage indexes.
        NativeCommand.Result result = NativeCommand.run(
                home,
                binaries.program("initdb"),
                "--pgdata=" + folder,
                "--username=" + EmbeddedPostgres.SUPERUSER,
                "--pwfile=secret",
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums",
                "--no-instructions");
        if (result.failed()) {
            throw new StartRefusedException(
                    "The built-in PostgreSQL could not be set up in %s: %s%nName one of your own with KURIR_DB_URL=postgresql://user:password@host:5432/kurir"
                            .formatted(home, result.output()));
        }
    }
}
