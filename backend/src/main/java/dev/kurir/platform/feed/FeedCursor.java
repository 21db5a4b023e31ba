package dev.kurir.platform.feed;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a reader has come: every row at or before it was read. Rows are ordered by transaction, then by number, and
 * read only when no older transaction is running, so that one that commits late is never skipped.
 */
public record FeedCursor(long tx, long seq) implements Comparable<FeedCursor> {
    /** Where nobody can be: who comes from there has to read everything again. */
    public static final FeedCursor UNKNOWN = new FeedCursor(Long.MAX_VALUE, 0);

    private static final Pattern TEXT = Pattern.compile("(\\d{1,18})-(\\d{1,18})");

    /** Before every row of this transaction and all later ones. */
    static FeedCursor before(long tx) {
        return new FeedCursor(tx, 0);
    }

    public static Optional<FeedCursor> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new FeedCursor(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    @Override
    public int compareTo(FeedCursor other) {
        return tx == other.tx ? Long.compare(seq, other.seq) : Long.compare(tx, other.tx);
    }

    @Override
    public String toString() {
        return tx + "-" + seq;
    }
}
