package dev.kurir.platform.postgres;

import dev.kurir.platform.StartRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A copy of a running installation with the built-in database, taken while it works: PostgreSQL's low-level base backup
 * with the log that makes it whole, and the key of the stored passwords.
 */
public final class Backup {
    /**
     * What PostgreSQL makes anew, or what must not be in a copy (PostgreSQL, "Making a Base Backup Using the Low Level
     * API").
     */
    private static final Set<String> LEFT_OUT =
            Set.of("postmaster.pid", "postmaster.opts", "backup_label", "tablespace_map");

    private static final Set<String> EMPTIED = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    private final Path folder;

    private Backup(Path folder) {
        this.folder = folder;
    }

    /** @param folder the data folder of a Kurir that runs */
    public static void write(Path folder, Path file) throws IOException {
        Path home = folder.resolve("postgres");
        if (!Files.exists(home.resolve("data").resolve("postmaster.pid"))) {
            throw new StartRefusedException(
                    "No Kurir with a built-in database runs on %s. Start it, then take the backup; with KURIR_DB_URL use pg_dump."
                            .formatted(folder));
        }
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        try (Connection database = KurirDatabase.connect(maintenance(home));
                ArchiveWriter archive = ArchiveWriter.create(unfinished)) {
            new Backup(folder).write(database, archive);
        } catch (SQLException failed) {
            throw new StartRefusedException("The database could not be copied: " + failed.getMessage(), failed);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private void write(Connection database, ArchiveWriter archive) throws SQLException, IOException {
        // keeps the log until we have it; goes with the connection
        String slot = "kurir_backup_" + ProcessHandle.current().pid();
        one(database, "select pg_create_physical_replication_slot('" + slot + "', true, true)::text");
        String first = one(database, "select pg_walfile_name(pg_backup_start('kurir', true))");
        Path data = folder.resolve("postgres").resolve("data");
        copy(archive, data, path -> !isLeftOut(data.relativize(path)));
        archive.add("postgres/data/backup_label", one(database, "select labelfile from pg_backup_stop(false)"));
        Path log = data.resolve("pg_wal");
        // names compare as their places in the log; the first eight digits are the timeline
        copy(
                archive,
                log,
                path -> path.getFileName().toString().matches("[0-9A-F]{24}")
                        && path.getFileName().toString().compareTo(first) >= 0);
        for (String name : new String[] {"postgres/secret", "key"}) {
            if (Files.exists(folder.resolve(name))) {
                archive.add(name, folder.resolve(name));
            }
        }
    }

    private void copy(ArchiveWriter archive, Path from, Predicate<Path> wanted) throws IOException {
        for (Path path : LiveFolder.paths(from)) {
            if (wanted.test(path)) {
                archive.add(folder.relativize(path).toString(), path);
            }
        }
    }

    private static boolean isLeftOut(Path path) {
        String name = path.getFileName().toString();
        boolean inEmptied =
                path.getNameCount() > 1 && EMPTIED.contains(path.getName(0).toString());
        return inEmptied || LEFT_OUT.contains(name) || name.startsWith("pgsql_tmp");
    }

    private static DatabaseLocation maintenance(Path home) throws IOException {
        int port = Integer.parseInt(Files.readString(home.resolve("port")).strip());
        String secret = Files.readString(home.resolve("secret")).strip();
        return new DatabaseLocation("127.0.0.1", port, "postgres", EmbeddedPostgres.SUPERUSER, secret, "disable");
    }

    private static String one(Connection database, String query) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }
}
