package dev.kurir.platform.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Starts PostgreSQL's own tools in a clean environment, and as somebody else than root if need be (they refuse root).
 */
final class NativeCommand {

    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    private NativeCommand() {}

    /** What a finished tool said, standard output and error together. */
    record Result(int exitCode, String output) {
        boolean failed() {
            return exitCode != 0;
        }
    }

    static ProcessBuilder builder(Path folder, String... command) {
        ProcessBuilder builder = new ProcessBuilder(asOrdinaryUser(command)).directory(folder.toFile());
        Map<String, String> environment = builder.environment();
        environment
                .keySet()
                .removeIf(name -> name.startsWith("PG") || name.startsWith("LC_") || name.startsWith("LD_"));
        environment.put("LC_ALL", "C");
        environment.remove("LANG");
        return builder;
    }

    static Result run(Path folder, String... command) throws IOException {
        Process process = builder(folder, command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(waitFor(process), output.strip());
    }

    static int waitFor(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for " + firstWord(process), interrupted);
        }
    }

    private static @Nullable String firstWord(Process process) {
        return process.info().command().orElse(null);
    }

    /** A user namespace of its own makes root look like nobody to the tool, while the files stay root's. */
    private static List<String> asOrdinaryUser(String... command) {
        List<String> words = new ArrayList<>(ROOT ? List.of("unshare", "-U") : List.of());
        words.addAll(List.of(command));
        return words;
    }
}
