package dev.kurir.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A server that an earlier program left behind, for instance when its guard was killed together with it. */
final class Orphan {

    private Orphan() {}

    /** Stops the server that still runs on this data, if there is one; a note left by a dead one is taken away. */
    static void stop(Cluster cluster) throws IOException {
        endWatchers(cluster.data());
        Path note = cluster.data().resolve("postmaster.pid");
        if (!Files.exists(note)) {
            return;
        }
        if (isOurServer(Files.readAllLines(note), cluster.data())) {
            NativeCommand.run(
                    cluster.home(),
                    cluster.binaries().program("pg_ctl"),
                    "--pgdata=" + cluster.data(),
                    "--mode=fast",
                    "--wait",
                    "stop");
        } else {
            // Its number may by now belong to somebody else's process, which must not be touched and must not hinder
            // us.
            Files.deleteIfExists(note);
        }
    }

    /**
     * Part of a guard may have outlived it, where nobody has buried the guard: it would start the server again that we
     * stop. The lock on the folder says that no living guard is among them.
     */
    private static void endWatchers(Path data) {
        ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains(GuardedServer.NAME) && line.contains(data.toString()))
                        .isPresent())
                .forEach(ProcessHandle::destroyForcibly);
    }

    private static boolean isOurServer(List<String> note, Path data) {
        return note.stream()
                .findFirst()
                .flatMap(Orphan::process)
                .flatMap(process -> process.info().commandLine())
                .filter(line -> line.contains(data.toString()))
                .isPresent();
    }

    private static Optional<ProcessHandle> process(String pid) {
        try {
            return ProcessHandle.of(Long.parseLong(pid.strip()));
        } catch (NumberFormatException torn) {
            return Optional.empty();
        }
    }
}
