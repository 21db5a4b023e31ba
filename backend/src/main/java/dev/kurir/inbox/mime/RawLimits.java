package dev.kurir.inbox.mime;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a mail may be at most, told from its raw octets before anything parses them: parsers take minutes for what is
 * made for that. Each limit is far above what people send.
 */
final class RawLimits {
    static final int MOST_OCTETS = 50 << 20;
    static final int MOST_PARTS = 500;
    private static final int MOST_HEADER_OCTETS = 256 << 10;
    private static final int MOST_LINE = 64 << 10;
    private static final int MOST_LINES = 2000;
    private static final int MOST_ADDRESSES = 1000;
    private static final byte[] BOUNDARY = "boundary=".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern BOUNDARY_VALUE =
            Pattern.compile("boundary=\\s*(?:\"([^\"]{1,200})\"|([^\\s;\"]{1,200}))");
    private static final Pattern PEOPLE = Pattern.compile("^(to|cc|bcc|reply-to)$");

    private final byte[] octets;

    RawLimits(byte[] octets) {
        this.octets = octets;
    }

    /** Why it is not read; empty when it may be. */
    Optional<Unreadable> breach() {
        if (octets.length > MOST_OCTETS) {
            return Optional.of(Unreadable.TOO_LARGE);
        }
        return header().or(this::parts);
    }

    private Optional<Unreadable> header() {
        int end = Lines.bodyStart(octets);
        if (end > MOST_HEADER_OCTETS) {
            return Optional.of(Unreadable.HEADER_TOO_LARGE);
        }
        int lines = 0;
        for (int from = 0; from < end; lines++) {
            int next = Lines.next(octets, from, end);
            if (next - from > MOST_LINE) {
                return Optional.of(Unreadable.HEADER_TOO_LARGE);
            }
            from = next;
        }
        return lines > MOST_LINES ? Optional.of(Unreadable.HEADER_TOO_LARGE) : addresses(end);
    }

    private Optional<Unreadable> addresses(int end) {
        long commas = HeaderBlock.parse(Arrays.copyOf(octets, end)).fields().stream()
                .filter(field -> PEOPLE.matcher(field.name()).matches())
                .mapToLong(field -> field.value().chars().filter(c -> c == ',').count())
                .sum();
        return commas >= MOST_ADDRESSES ? Optional.of(Unreadable.TOO_MANY_ADDRESSES) : Optional.empty();
    }

    /** Counts the lines that are boundaries of this mail. */
    private Optional<Unreadable> parts() {
        Set<String> boundaries = boundaries();
        if (boundaries.size() > MOST_PARTS) {
            return Optional.of(Unreadable.TOO_MANY_PARTS);
        }
        int parts = 0;
        for (int from = 0; from < octets.length && !boundaries.isEmpty(); ) {
            int next = Lines.next(octets, from, octets.length);
            if (octets[from] == '-' && from + 1 < next && octets[from + 1] == '-' && next - from < 400) {
                String line = new String(octets, from + 2, next - from - 2, StandardCharsets.ISO_8859_1).strip();
                parts += boundaries.contains(line) ? 1 : 0;
            }
            if (parts > MOST_PARTS) {
                return Optional.of(Unreadable.TOO_MANY_PARTS);
            }
            from = next;
        }
        return Optional.empty();
    }

    private Set<String> boundaries() {
        Set<String> boundaries = new HashSet<>();
        for (int from = 0; from < octets.length && boundaries.size() <= MOST_PARTS; ) {
            int next = Lines.next(octets, from, octets.length);
            if (next - from < 4096 && contains(from, next)) {
                String line = new String(octets, from, next - from, StandardCharsets.ISO_8859_1);
                Matcher value = BOUNDARY_VALUE.matcher(line.toLowerCase(Locale.ROOT));
                while (value.find()) {
                    // boundaries keep their case; the pattern is looked for without it
                    int group = value.group(1) == null ? 2 : 1;
                    boundaries.add(
                            line.substring(value.start(group), value.end(group)).stripTrailing());
                }
            }
            from = next;
        }
        return boundaries;
    }

    private boolean contains(int from, int end) {
        for (int at = from; at <= end - BOUNDARY.length; at++) {
            if ((octets[at] | 0x20) == 'b' && matches(at)) {
                return true;
            }
        }
        return false;
    }

    private boolean matches(int at) {
        for (int i = 0; i < BOUNDARY.length; i++) {
            int octet = octets[at + i];
            boolean same = BOUNDARY[i] == '=' ? octet == '=' : (octet | 0x20) == BOUNDARY[i];
            if (!same) {
                return false;
            }
        }
        return true;
    }
}
