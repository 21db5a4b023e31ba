package dev.kurir.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The built-in database. Its data survives any death of this program; the server itself never outlives it. */
public final class EmbeddedPostgres implements AutoCloseable {

    /** The version of the archive on our class path; a test compares it with what the server says. */
    static final String VERSION = "18.6";

    static final String MAJOR_VERSION = "18";
    static final String SUPERUSER = "postgres";

    private static final int ATTEMPTS = 3;

    private final HomeLock lock;
    private final GuardedServer server;
    private final DatabaseLocation maintenance;

    private EmbeddedPostgres(HomeLock lock, GuardedServer server, DatabaseLocation maintenance) {
        this.lock = lock;
        this.server = server;
        this.maintenance = maintenance;
    }

    /** Starts the database in its folder, which is made if it is not there. */
    public static EmbeddedPostgres start(Path home) throws IOException {
        return start(home, home, Map.of());
    }

    /** For tests: programs shared between several folders, and settings that differ from the durable ones. */
    public static EmbeddedPostgres start(Path home, Path programs, Map<String, String> different) throws IOException {
        Path folder = home.toAbsolutePath().normalize();
        Folders.createPrivate(folder);
        HomeLock lock = HomeLock.take(folder);
        try {
            Cluster cluster =
                    new Cluster(folder, Binaries.in(programs.toAbsolutePath().normalize()));
            cluster.prepare();
            Orphan.stop(cluster);
            return start(lock, cluster, different, ATTEMPTS);
        } catch (IOException | RuntimeException failed) {
            lock.close();
            throw failed;
        }
    }

    /** The superuser's door, for making databases and roles. */
    public DatabaseLocation maintenance() {
        return maintenance;
    }

    @Override
    public void close() throws IOException {
        server.close();
        lock.close();
    }

    private static EmbeddedPostgres start(HomeLock lock, Cluster cluster, Map<String, String> different, int attempts)
            throws IOException {
        int port = Ports.choose(cluster.home().resolve("port"));
        try {
            GuardedServer server = GuardedServer.start(cluster, settings(port, different));
            return new EmbeddedPostgres(lock, server, location(port, cluster.secret()));
        } catch (IOException failed) {
            // Somebody may have taken the port between our look and the server's.
            if (attempts <= 1) {
                throw failed;
            }
            Files.deleteIfExists(cluster.home().resolve("port"));
            return start(lock, cluster, different, attempts - 1);
        }
    }

    private static DatabaseLocation location(int port, String secret) {
        return new DatabaseLocation("127.0.0.1", port, "postgres", SUPERUSER, secret, "disable");
    }

    private static Map<String, String> settings(int port, Map<String, String> different) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("port", Integer.toString(port));
        settings.put("unix_socket_directories", "");
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        // three programs of 20 may share it, and what one that was killed left open
        settings.put("max_connections", "100");
        settings.put("shared_buffers", "128MB");
        settings.put("fsync", "on");
        settings.put("full_page_writes", "on");
        settings.put("synchronous_commit", "on");
        settings.put("wal_compression", "on");
        settings.put("jit", "off");
        settings.putAll(different);
        return settings;
    }
}
