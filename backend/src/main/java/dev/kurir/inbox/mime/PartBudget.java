package dev.kurir.inbox.mime;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the parts of one mail may be at most. It is counted where the parser makes them: a boundary can be written in
 * more ways than anybody could tell from the raw octets, and a part costs a thousand times what it takes to send it.
 */
final class PartBudget {
    private static final int MOST_PARTS = 500;
    private static final int MOST_HEADER_OCTETS = 256 << 10;
    /** Of all parts together; CRLF counts twice. */
    private static final int MOST_LINE_ENDS = 40_000;

    private int parts;
    private int lines;
    private int octets;
    private @Nullable Unreadable breach;

    /** The parser is told to stop. */
    static final class SpentException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SpentException(String words) {
            super(words);
        }
    }

    /** Why it is not read any further; empty when it may be. */
    Optional<Unreadable> breach() {
        return Optional.ofNullable(breach);
    }

    void part() {
        octets = 0;
        if (++parts > MOST_PARTS) {
            refuse(Unreadable.TOO_MANY_PARTS);
        }
    }

    /** Of the header of the last part. */
    void headerOctet(int octet) {
        if (octet == '\n' || octet == '\r') {
            lines++;
        }
        if (++octets > MOST_HEADER_OCTETS || lines > MOST_LINE_ENDS) {
            refuse(Unreadable.HEADER_TOO_LARGE);
        }
    }

    private void refuse(Unreadable reason) {
        breach = reason;
        throw new SpentException(reason.word());
    }
}
