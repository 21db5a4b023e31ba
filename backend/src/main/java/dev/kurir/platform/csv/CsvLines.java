package dev.kurir.platform.csv;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lines of RFC 4180. A value that a spreadsheet would take for a formula gets an apostrophe before it. */
public final class CsvLines {
    /** Says to a spreadsheet that what follows is UTF-8. */
    public static final String BOM = "\uFEFF";

    private static final String END = "\r\n";
    /** What begins a formula, also behind blanks; the last four are the full-width forms that some programs accept. */
    private static final Pattern FORMULA = Pattern.compile("^\\s*[=+\\-@|\uFF1D\uFF0B\uFF0D\uFF20]");

    private static final Pattern QUOTED = Pattern.compile("[\",;\\s]");

    private CsvLines() {}

    /** Nothing stands where a value is null. */
    public static String of(@Nullable Object... values) {
        return Arrays.stream(values).map(CsvLines::cell).collect(Collectors.joining(",", "", END));
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Number number -> number.toString();
            default -> quoted(harmless(value.toString()));
        };
    }

    private static String harmless(String text) {
        String clean = text.replace("\u0000", "");
        return FORMULA.matcher(clean).find() ? "'" + clean : clean;
    }

    private static String quoted(String text) {
        return QUOTED.matcher(text).find() ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
