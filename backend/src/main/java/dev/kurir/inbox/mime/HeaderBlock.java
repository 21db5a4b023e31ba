package dev.kurir.inbox.mime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The header fields of a mail or of a part, read leniently (RFC 5322 §2.2): a bare LF ends a line too, a line without a
 * colon is passed over, octets above 127 are UTF-8 where they can be (RFC 6532).
 */
public final class HeaderBlock {
    /** One field: its name in lower case, its value unfolded and not decoded. */
    public record Field(String name, String value) {}

    private final List<Field> fields;

    private HeaderBlock(List<Field> fields) {
        this.fields = List.copyOf(fields);
    }

    public static HeaderBlock parse(byte[] octets) {
        int end = Lines.bodyStart(octets);
        List<Field> fields = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (int from = 0; from < end; ) {
            int next = Lines.next(octets, from, end);
            String line = OctetText.of(Arrays.copyOfRange(octets, from, Lines.trimmed(octets, from, next)), null);
            if (!open.isEmpty() && !line.isEmpty() && (line.charAt(0) == ' ' || line.charAt(0) == '\t')) {
                open.append(' ').append(line.strip());
            } else {
                close(open, fields);
                open.append(line);
            }
            from = next;
        }
        close(open, fields);
        return new HeaderBlock(fields);
    }

    private static void close(StringBuilder open, List<Field> fields) {
        int colon = open.indexOf(":");
        if (colon > 0) {
            fields.add(new Field(
                    open.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                    open.substring(colon + 1).strip()));
        }
        open.setLength(0);
    }

    public List<Field> fields() {
        return fields;
    }

    public boolean has(String name) {
        return first(name).isPresent();
    }

    /** As it stands, not decoded. {@code name} in lower case. */
    public Optional<String> first(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .map(Field::value)
                .findFirst();
    }

    public List<String> all(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .map(Field::value)
                .toList();
    }

    /** For people: encoded words are read; empty where the field is missing. */
    public String text(String name) {
        return EncodedWords.decode(first(name).orElse("")).strip();
    }

    /** The first word of the value, in lower case, without parameters: {@code auto-replied; owner=x}. */
    public String word(String name) {
        String value = first(name).orElse("");
        int end = value.indexOf(';');
        return (end < 0 ? value : value.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }
}
