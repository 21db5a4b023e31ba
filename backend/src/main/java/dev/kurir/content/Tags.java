package dev.kurir.content;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** How a tag is written: {@code {{ name | fallback }}}. */
final class Tags {
    static final String OPEN = "{{";
    static final String CLOSE = "}}";

    private static final Pattern NAME = Pattern.compile(
            "[a-z][a-z0-9_]*|account\\.[a-z]+|data\\.[\\p{L}\\p{N}_]([\\p{L}\\p{N}_ .-]*[\\p{L}\\p{N}_])?");
    private static final Pattern TAG = Pattern.compile("\\{\\{([^{}]*)}}");

    /** What stands between the braces. */
    record Tag(String name, @Nullable String fallback) {}

    private Tags() {}

    /** The tag with this inside, or null when it is malformed. In HTML the author writes the fallback as HTML. */
    static @Nullable Tag read(String inside, Format format) {
        int bar = inside.indexOf('|');
        String name = (bar < 0 ? inside : inside.substring(0, bar)).strip();
        if (!NAME.matcher(name).matches()) {
            return null;
        }
        return new Tag(name, bar < 0 ? null : fallback(inside.substring(bar + 1).strip(), format));
    }

    static String of(String name) {
        return OPEN + name + CLOSE;
    }

    static Matcher in(String source) {
        return TAG.matcher(source);
    }

    private static String fallback(String written, Format format) {
        return format == Format.HTML ? Parser.unescapeEntities(written, false) : written;
    }
}
