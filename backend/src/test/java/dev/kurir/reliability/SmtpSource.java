package dev.kurir.reliability;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;

/** Postfix's load generator, for comparison on the same machine; {@code -Dbench.smtp-source} says where it is. */
final class SmtpSource {
    private static final String COMMAND = System.getProperty("bench.smtp-source", "smtp-source");

    private SmtpSource() {}

    /** Messages per second on connections that stay open; 0 where it is not installed. */
    static double rate(int port, int connections, int messages, long octets) {
        List<String> command = List.of(
                COMMAND, "-d", "-s", "" + connections, "-m", "" + messages, "-l", "" + octets, "127.0.0.1:" + port);
        try {
            long start = System.nanoTime();
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD)
                    .start();
            int exit = process.waitFor();
            return exit == 0 ? messages / ((System.nanoTime() - start) / 1e9) : 0;
        } catch (IOException notInstalled) {
            return 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
