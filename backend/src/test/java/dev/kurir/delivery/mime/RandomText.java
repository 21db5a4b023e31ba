package dev.kurir.delivery.mime;

import java.util.List;
import java.util.Random;

/**
 * Texts that break careless encoders: long words, emoji, dots and {@code From } at line starts, blanks at line ends.
 */
final class RandomText {
    private static final List<String> PIECES = List.of(
            ".",
            "..",
            "\u0645\u0631\u062D\u0628\u0627",
            "From ",
            "From",
            "=",
            "=3D",
            "=?UTF-8?Q?x?=",
            " ",
            "  ",
            "\t",
            "ü",
            "日本語テキスト",
            "😀👩‍👩‍👧",
            "e\u0301",
            "a",
            "word",
            "{x}",
            "\"",
            "\\",
            "(",
            ")",
            "<b>",
            "&amp;",
            ";",
            ",",
            "@",
            "--",
            "--=_",
            "x".repeat(80),
            "é".repeat(90),
            "🎉".repeat(40),
            "y".repeat(1200),
            "\u2028",
            "\u0085",
            "\u00a0",
            "'");
    private static final List<String> LINE_ENDS =
            List.of("\n", "\r\n", "\r", "\n\n", "\n.\n", "\nFrom ", " \n", "\t\r\n");

    private final Random random;

    RandomText(Random random) {
        this.random = random;
    }

    /** Text without line ends. */
    String line() {
        return pieces(random.nextInt(8), 0);
    }

    /** Text without line ends and without control characters, as an author may write a subject. */
    String words() {
        return line().replaceAll("[\\p{Cntrl}\\u0085\\u2028]", "");
    }

    String text() {
        return pieces(random.nextInt(14), 0.25);
    }

    private String pieces(int count, double lineEnds) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            List<String> from = random.nextDouble() < lineEnds ? LINE_ENDS : PIECES;
            text.append(from.get(random.nextInt(from.size())));
        }
        return text.toString();
    }
}
