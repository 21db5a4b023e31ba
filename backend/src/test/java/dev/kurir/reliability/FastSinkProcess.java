package dev.kurir.reliability;

import dev.kurir.testing.ChildJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** A {@link FastSink} in its own process, and what it has counted. */
final class FastSinkProcess implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(5);

    private final Process process;
    private final BufferedReader answers;
    private final Writer questions;
    private final int port;

    /** Messages whose content has begun to arrive, messages that were taken, and octets of everything. */
    record Count(long begun, long taken, long octets) {}

    /** Answers at once. */
    FastSinkProcess(Path folder) throws IOException {
        this(folder, Duration.ZERO, false);
    }

    /** @param delay of each of its answers */
    FastSinkProcess(Path folder, Duration delay, boolean tls) throws IOException {
        ProcessBuilder builder = ChildJvm.builder(FastSink.class, folder, Map.of(), List.of("-Xmx128m"));
        builder.command().add(Long.toString(delay.toMillis()));
        if (tls) {
            builder.command().add(folder.toString());
        }
        process = builder.redirectErrorStream(false)
                .redirectError(Redirect.DISCARD)
                .start();
        answers = process.inputReader();
        questions = process.outputWriter();
        port = Integer.parseInt(answers.readLine().substring("port ".length()));
    }

    int port() {
        return port;
    }

    double cpuSeconds() {
        return CpuTime.of(process.toHandle());
    }

    Count count() {
        try {
            questions.write("\n");
            questions.flush();
            String[] numbers = answers.readLine().split(" ", 3);
            return new Count(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]), Long.parseLong(numbers[2]));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Looks seldom enough to cost nothing. */
    void awaitTaken(long messages) {
        long since = System.nanoTime();
        while (count().taken() < messages) {
            if (System.nanoTime() - since > BenchStage.PATIENCE.toNanos()) {
                throw new AssertionError("The server has taken " + count().taken() + " of " + messages);
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
