package dev.kurir.reliability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where the program's time goes, by the JDK's flight recorder; only with {@code -Dbench.profile=true}. */
record Profile(long pid, boolean wanted) {
    private static final Path BIN = Path.of(System.getProperty("java.home"), "bin");
    private static final Path FILE = Path.of("target", "bench", "profile.jfr").toAbsolutePath();

    static Profile of(ProgramUnderTest program, boolean now) {
        Profile profile = new Profile(program.pid(), now && Boolean.getBoolean("bench.profile"));
        profile.command("jcmd", "JFR.start", "name=bench", "settings=profile");
        return profile;
    }

    void print() {
        command("jcmd", "JFR.dump", "name=bench", "filename=" + FILE);
        command("jcmd", "JFR.stop", "name=bench");
        if (wanted) {
            run(List.of(BIN.resolve("jfr").toString(), "view", "--width", "150", "hot-methods", FILE.toString()));
            run(List.of(BIN.resolve("jfr").toString(), "view", "--width", "150", "thread-cpu-load", FILE.toString()));
        }
    }

    private void command(String tool, String... words) {
        if (wanted) {
            List<String> command =
                    new java.util.ArrayList<>(List.of(BIN.resolve(tool).toString(), "" + pid));
            command.addAll(List.of(words));
            run(command);
        }
    }

    private static void run(List<String> command) {
        try {
            Files.createDirectories(FILE.getParent());
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            System.out.print(
                    new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
            process.waitFor();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
