package dev.kurir.campaign;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name of a copy, in no language: {@code Promo}, {@code Promo (2)}, {@code Promo (3)}. */
final class CopyName {
    private static final Pattern NUMBERED = Pattern.compile("(.*) \\((\\d{1,6})\\)");
    private static final int LONGEST = 200;

    private CopyName() {}

    static String of(String name) {
        Matcher numbered = NUMBERED.matcher(name);
        return numbered.matches() ? join(numbered.group(1), Integer.parseInt(numbered.group(2)) + 1) : join(name, 2);
    }

    private static String join(String base, int number) {
        String ending = " (" + number + ")";
        return base.substring(0, Math.min(base.length(), LONGEST - ending.length())) + ending;
    }
}
