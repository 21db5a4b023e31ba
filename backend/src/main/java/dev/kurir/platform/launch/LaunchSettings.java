package dev.kurir.platform.launch;

import dev.kurir.platform.StartRefusedException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the environment says about the start: where the data lives, which port, whose database. */
record LaunchSettings(Path data, int port, @Nullable String databaseUrl) {

    private static final int HIGHEST_PORT = 65_535;

    static LaunchSettings of(Map<String, String> environment) {
        String databaseUrl = environment.getOrDefault("KURIR_DB_URL", "");
        return new LaunchSettings(
                Path.of(orDefault(environment, "KURIR_DATA", ".kurir"))
                        .toAbsolutePath()
                        .normalize(),
                port(orDefault(environment, "KURIR_PORT", "8080")),
                databaseUrl.isBlank() ? null : databaseUrl);
    }

    private static String orDefault(Map<String, String> environment, String name, String otherwise) {
        String value = environment.getOrDefault(name, "");
        return value.isBlank() ? otherwise : value;
    }

    private static int port(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > HIGHEST_PORT) {
            throw new StartRefusedException("KURIR_PORT must be a port number, not \"" + text + "\".");
        }
        return Integer.parseInt(text);
    }
}
