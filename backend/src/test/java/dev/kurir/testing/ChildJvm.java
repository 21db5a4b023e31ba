package dev.kurir.testing;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Another Java program with our class path, to be killed without mercy. Its output comes line by line, errors included.
 */
public final class ChildJvm implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private ChildJvm(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    public static ChildJvm start(Class<?> main, Path folder, Map<String, String> environment, String... arguments) {
        ProcessBuilder builder = builder(main, folder, environment, List.of("-Xmx256m"));
        builder.command().addAll(List.of(arguments));
        try {
            return new ChildJvm(builder.start());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** For those who look after its output themselves. */
    public static ProcessBuilder builder(
            Class<?> main, Path folder, Map<String, String> environment, List<String> flags) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+UseSerialGC");
        command.addAll(flags);
        command.addAll(List.of("-cp", classPath(main), main.getName()));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("KURIR_"));
        builder.environment().putAll(environment);
        return builder;
    }

    /** The product itself runs without the tests' classes: it would find their beans. */
    private static String classPath(Class<?> main) {
        String all = System.getProperty("java.class.path");
        boolean test = main.getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath()
                .contains("test-classes");
        return test
                ? all
                : Arrays.stream(all.split(File.pathSeparator))
                        .filter(entry -> !entry.contains("test-classes"))
                        .collect(Collectors.joining(File.pathSeparator));
    }

    /** The next line that holds the text; fails with everything that was said instead if the program ends first. */
    public String lineWith(String text) {
        StringBuilder said = new StringBuilder();
        for (String line = nextLine(); line != null; line = nextLine()) {
            if (line.contains(text)) {
                return line;
            }
            said.append(line).append('\n');
        }
        throw new AssertionError("The program ended without saying \"" + text + "\" but said:\n" + said);
    }

    /** All that the program still said after what was read; ends when the program has ended. */
    public List<String> remainingLines() {
        return output.lines().toList();
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** {@code kill -9}. */
    public void kill() {
        // By its handle, because the process object would close our end of its output.
        process.toHandle().destroyForcibly();
        exitCode();
    }

    /** {@code kill -15}, as a service manager stops a program. */
    public int stop() {
        process.toHandle().destroy();
        return exitCode();
    }

    public int exitCode() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new AssertionError("The program does not end");
            }
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private String nextLine() {
        try {
            return output.readLine();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
