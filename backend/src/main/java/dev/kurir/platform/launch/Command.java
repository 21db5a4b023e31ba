package dev.kurir.platform.launch;

import dev.kurir.platform.StartRefusedException;
import dev.kurir.platform.postgres.Backup;
import dev.kurir.platform.postgres.Restore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the program can be asked for instead of running. */
final class Command {
    private static final String USAGE =
            "What can be asked for: backup FILE, restore FILE; without a word Kurir starts.";

    private Command() {}

    /** False when nothing was asked for. */
    static boolean run(Path data, String... words) {
        if (words.length == 0 || words[0].startsWith("-")) {
            return false;
        }
        if (words.length != 2) {
            throw new StartRefusedException(USAGE);
        }
        try {
            run(data, words[0], Path.of(words[1]).toAbsolutePath());
        } catch (IOException failed) {
            throw new StartRefusedException("%s %s: %s".formatted(words[0], words[1], failed.getMessage()), failed);
        }
        return true;
    }

    private static void run(Path data, String command, Path file) throws IOException {
        switch (command) {
            case "backup" -> {
                Backup.write(data, file);
                System.out.printf(
                        "Backup written: %s (%,d KB). It holds the key of the stored passwords: keep it as safe as them.%n",
                        file, Files.size(file) / 1024);
            }
            case "restore" -> {
                Restore.read(file, data);
                System.out.printf(
                        "Restored into %s. It sends nothing until somebody has confirmed it on the screen.%n", data);
            }
            default -> throw new StartRefusedException(USAGE);
        }
    }
}
