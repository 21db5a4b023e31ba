package dev.kurir.inbox;

import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.SingleLine;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What people call conversations: 1 to 40 characters of one line. Two that differ in case are one tag. */
public record TagName(String value) {
    private static final int LONGEST = 40;

    /** Refuses {@code blank}, {@code too_long} and control characters, and names the field. */
    public static TagName of(String pointer, String text) {
        String name = SingleLine.require(pointer, text).strip().replaceAll("\\s+", " ");
        if (name.isEmpty()) {
            throw DomainException.invalid(pointer, "blank", "A tag needs a name.");
        }
        if (name.codePointCount(0, name.length()) > LONGEST) {
            throw DomainException.invalid(pointer, "tag_too_long", "A tag has at most 40 characters.");
        }
        return new TagName(name);
    }

    /** Each once, in their order. */
    public static List<TagName> all(String pointer, Collection<String> texts) {
        return List.copyOf(texts.stream()
                .map(text -> of(pointer, text))
                .collect(Collectors.toMap(TagName::key, name -> name, (first, _) -> first, LinkedHashMap::new))
                .values());
    }

    /** The same for the same tag. */
    String key() {
        return value.toLowerCase(Locale.ROOT);
    }
}
