package dev.kurir.platform.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A running PostgreSQL with a guard between it and us. The guard holds our end of a pipe: when this program ends, even
 * by {@code kill -9}, the operating system closes the pipe and the guard stops the server. A server that dies is
 * started again at the same port.
 */
final class GuardedServer implements AutoCloseable {
    /** By which a guard is known among the processes. */
    static final String NAME = "kurir-postgres-guard";

    /**
     * pg_ctl gives the server a session of its own, so that Ctrl-C in the terminal reaches us first and the server only
     * after we are done. The guard itself ignores it for the same reason.
     */
    private static final String GUARD = """
            trap '' INT HUP TERM
            "$1" --pgdata="$2" --log=postgres.log --wait --timeout=120 --options="$3" start </dev/null >&2 || exit 1
            echo ready
            while sleep 1 && kill -0 $$; do
                read -r pid <"$2/postmaster.pid" && kill -0 "$pid" || "$1" --pgdata="$2" --log=postgres.log --wait --timeout=120 --options="$3" start
            done </dev/null >/dev/null 2>&1 &
            cat >/dev/null
            kill -9 $!
            exec "$1" --pgdata="$2" --mode=fast --wait stop </dev/null >&2
            """;

    private final Process guard;

    private GuardedServer(Process guard) {
        this.guard = guard;
    }

    static GuardedServer start(Cluster cluster, Map<String, String> settings) throws IOException {
        Process guard = NativeCommand.builder(
                        cluster.home(),
                        "/bin/sh",
                        "-c",
                        GUARD,
                        NAME,
                        cluster.binaries().program("pg_ctl"),
                        cluster.data().toString(),
                        options(settings))
                .redirectError(ProcessBuilder.Redirect.appendTo(log(cluster).toFile()))
                .start();
        BufferedReader said = guard.inputReader(StandardCharsets.UTF_8);
        if (!"ready".equals(said.readLine())) {
            NativeCommand.waitFor(guard);
            throw new IOException("The built-in PostgreSQL did not start; its log is " + log(cluster));
        }
        return new GuardedServer(guard);
    }

    static Path log(Cluster cluster) {
        return cluster.home().resolve("postgres.log");
    }

    /** Orderly: waits until the server has written everything and is gone. */
    @Override
    public void close() throws IOException {
        guard.getOutputStream().close();
        NativeCommand.waitFor(guard);
    }

    private static String options(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(setting -> "-c " + setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(" "));
    }
}
