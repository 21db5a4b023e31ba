package dev.kurir.inbox.mime;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a mail may be at most, told from its raw octets before anything parses them: parsers take minutes for what is
 * made for that. Each limit is far above what people send. Its parts are counted while they are made
 * ({@link PartBudget}).
 */
final class RawLimits {
    static final int MOST_OCTETS = 50 << 20;
    private static final int MOST_HEADER_OCTETS = 256 << 10;
    private static final int MOST_LINE = 64 << 10;
    private static final int MOST_LINES = 2000;
    private static final int MOST_ADDRESSES = 1000;
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
        return header();
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
}
