package dev.kurir.testing;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What a long run has seen, for the page of the promises: each note becomes the last cell of the row of that name in
 * {@code docs/guarantees.md} ({@code make guarantees}). {@code kurir.seen} is their folder, which {@code make bench}
 * and {@code make crash-test} give; what runs in {@code make test} leaves no notes.
 */
public final class Seen {
    private static final String FOLDER = System.getProperty("kurir.seen", "");

    private Seen() {}

    @FormatMethod
    public static void note(String row, @FormatString String format, Object... values) {
        String text = format.formatted(values);
        System.out.printf("%s: %s%n", row, text);
        if (!FOLDER.isEmpty()) {
            write(row, text);
        }
    }

    /** Its median first, then each run. */
    public static String median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        String median = number(sorted.get(sorted.size() / 2));
        return values.size() == 1
                ? median
                : median + " ("
                        + String.join(", ", values.stream().map(Seen::number).toList()) + ")";
    }

    public static double middle(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    static String number(double value) {
        String format = value < 1 ? "%.3f" : value < 100 ? "%.1f" : "%,.0f";
        return String.format(Locale.ROOT, format, value);
    }

    private static void write(String row, String text) {
        try {
            Path folder = Files.createDirectories(Path.of(FOLDER));
            Files.writeString(folder.resolve(row), text.replace("|", "/") + "\n");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
