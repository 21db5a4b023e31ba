package dev.kurir.reliability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Several copies of the program on one PostgreSQL, each with a line of its own to it. */
final class NodeCrew implements AutoCloseable {
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private final PostgresUnderTest database;
    private final List<FaultProxy> lines = new ArrayList<>();
    private final List<ProgramUnderTest> programs = new ArrayList<>();

    /** @param targets the mail servers of the test */
    NodeCrew(Path folder, int nodes, Duration lease, String targets) throws IOException {
        database = new PostgresUnderTest(folder.resolve("postgres"));
        for (int node = 1; node <= nodes; node++) {
            FaultProxy line = new FaultProxy(database::port);
            lines.add(line);
            Path home = Files.createDirectories(folder.resolve("node-" + node));
            programs.add(new ProgramUnderTest(
                    home,
                    Map.of(
                            "KURIR_DB_URL",
                            database.urlThrough(line.port()),
                            "KURIR_KEY",
                            KEY,
                            "KURIR_LEASE",
                            lease.toMillis() + "ms",
                            "KURIR_ALLOW_PRIVATE_TARGETS",
                            targets)));
        }
    }

    /** The first one makes the tables; its owner is set up through the given API. The others follow. */
    void start(KurirApi api) {
        programs.getFirst().start();
        api.setUp(programs.getFirst().ready());
        List<ProgramUnderTest> others = programs.subList(1, programs.size());
        others.forEach(ProgramUnderTest::start);
        others.forEach(ProgramUnderTest::ready);
    }

    PostgresUnderTest database() {
        return database;
    }

    ProgramUnderTest program(int node) {
        return programs.get(node);
    }

    FaultProxy line(int node) {
        return lines.get(node);
    }

    /** Its name in the table of nodes; the same for all of its starts. */
    String name(int node) {
        try {
            return Files.readString(programs.get(node).data().resolve("node")).strip();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    int size() {
        return programs.size();
    }

    @Override
    public void close() {
        lines.forEach(FaultProxy::heal);
        programs.forEach(ProgramUnderTest::thaw);
        programs.forEach(ProgramUnderTest::close);
        lines.forEach(FaultProxy::close);
        database.close();
    }
}
