package dev.kurir.platform.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place at which the program dies at once, without a last word, when the file that {@code KURIR_FAILPOINT} names
 * holds its name and the number of the visit. Without the variable a visit costs nothing.
 */
public enum Failpoint {
    AFTER_PREFETCH,
    BEFORE_INTENT,
    /** The intent is committed, no octet of the content is written. */
    AFTER_INTENT,
    MID_BODY,
    /** The final dot is written, its reply is not read. */
    BEFORE_REPLY,
    BEFORE_JOURNAL,
    BEFORE_OUTCOME,
    /** The flush with the outcome is on its way to the database. */
    IN_OUTCOME,
    IN_GENERATION;

    private static final @Nullable Path FILE =
            Optional.ofNullable(System.getenv("KURIR_FAILPOINT")).map(Path::of).orElse(null);
    private static final int KILLED = 137;

    private int visits;
    private String armed = "";

    public void reached() {
        reached(() -> {});
    }

    /** @param last done before the end */
    public void reached(Runnable last) {
        if (FILE != null) {
            visit(FILE, last);
        }
    }

    private synchronized void visit(Path file, Runnable last) {
        String order = read(file);
        if (!order.equals(armed)) {
            armed = order;
            visits = 0;
        }
        visits++;
        if (order.equals(name() + " " + visits)) {
            last.run();
            Runtime.getRuntime().halt(KILLED);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (NoSuchFileException notArmed) {
            return "";
        } catch (IOException failed) {
            throw new IllegalStateException("The failpoint's file cannot be read", failed);
        }
    }
}
