package dev.kurir.platform.postgres;

import dev.kurir.platform.StartRefusedException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The database of this run: the built-in one, which ends with it, or one that somebody else runs. */
public final class Database implements AutoCloseable {

    private final DatabaseLocation location;
    private final @Nullable EmbeddedPostgres embedded;

    private Database(DatabaseLocation location, @Nullable EmbeddedPostgres embedded) {
        this.location = location;
        this.embedded = embedded;
    }

    /** The built-in one, in its folder. */
    public static Database embedded(Path home) {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.start(home);
            return new Database(KurirDatabase.ensure(server.maintenance()), server);
        } catch (IOException | SQLException failed) {
            throw new StartRefusedException(
                    "The built-in database in %s does not start: %s".formatted(home, failed.getMessage()), failed);
        }
    }

    /** The one behind {@code KURIR_DB_URL}. */
    public static Database external(String url) {
        return new Database(ExternalPostgres.check(url), null);
    }

    public DatabaseLocation location() {
        return location;
    }

    public boolean isEmbedded() {
        return embedded != null;
    }

    @Override
    public void close() {
        if (embedded == null) {
            return;
        }
        try {
            embedded.close();
        } catch (IOException failed) {
            throw new IllegalStateException("The built-in database did not stop in order", failed);
        }
    }
}
