package dev.kurir.platform.launch;

import dev.kurir.platform.StartRefusedException;
import dev.kurir.platform.postgres.Database;
import dev.kurir.platform.postgres.DatabaseLocation;
import dev.kurir.platform.postgres.Folders;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.SpringApplication;

/** Starts the database first and the program on top of it; ends them in the opposite order. */
public final class Launcher {

    private Launcher() {}

    /** Runs until somebody stops it. What the operator can mend is said in one sentence instead of a stack trace. */
    public static void run(Class<?> application, String... arguments) {
        try {
            LaunchSettings settings = LaunchSettings.of(System.getenv());
            if (!Command.run(settings.data(), arguments)) {
                launch(application, settings, arguments);
            }
        } catch (StartRefusedException refused) {
            System.err.println("Kurir cannot start. " + refused.getMessage());
            System.exit(1);
        }
    }

    private static void launch(Class<?> application, LaunchSettings settings, String... arguments) {
        prepare(settings.data());
        String url = settings.databaseUrl();
        Database database =
                url == null ? Database.embedded(settings.data().resolve("postgres")) : Database.external(url);
        // Runs after the program has ended, so that its last words are still written.
        SpringApplication.getShutdownHandlers().add(database::close);
        refuseTakenPort(settings.port());
        SpringApplication spring = new SpringApplication(application);
        spring.setDefaultProperties(properties(settings, database));
        spring.run(arguments);
    }

    /** Keys, journal and uploads live there, also when the database does not. */
    private static void prepare(Path data) {
        try {
            Folders.createPrivate(data);
        } catch (IOException failed) {
            throw new StartRefusedException(
                    "The data folder %s cannot be used: %s".formatted(data, failed.getMessage()), failed);
        }
    }

    private static Map<String, Object> properties(LaunchSettings settings, Database database) {
        DatabaseLocation location = database.location();
        return Map.ofEntries(
                Map.entry("server.port", settings.port()),
                Map.entry("kurir.data", settings.data().toString()),
                Map.entry("kurir.embedded", database.isEmbedded()),
                Map.entry("spring.r2dbc.url", location.r2dbcUrl()),
                Map.entry("spring.r2dbc.username", location.user()),
                Map.entry("spring.r2dbc.password", location.password()),
                Map.entry("spring.flyway.url", location.jdbcUrl()),
                Map.entry("spring.flyway.user", location.user()),
                Map.entry("spring.flyway.password", location.password()));
    }

    private static void refuseTakenPort(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
        } catch (IOException _) {
            throw new StartRefusedException(
                    "Port %d is taken by another program. Stop that one, or choose another port, for instance KURIR_PORT=%d."
                            .formatted(port, port + 1));
        }
    }
}
