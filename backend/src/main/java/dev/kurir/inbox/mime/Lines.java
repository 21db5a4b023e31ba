package dev.kurir.inbox.mime;

/** Where lines of octets end: LF, with or without a CR before it. */
final class Lines {
    private Lines() {}

    /** The start of the next line, or {@code end}. */
    static int next(byte[] octets, int from, int end) {
        for (int at = from; at < end; at++) {
            if (octets[at] == '\n') {
                return at + 1;
            }
        }
        return end;
    }

    /** The end of the line that the next one follows on, without its line end. */
    static int trimmed(byte[] octets, int from, int next) {
        int end = next;
        while (end > from && (octets[end - 1] == '\n' || octets[end - 1] == '\r')) {
            end--;
        }
        return end;
    }

    /** Behind the first empty line; the whole length where there is none. */
    static int bodyStart(byte[] octets) {
        for (int from = 0; from < octets.length; ) {
            int next = next(octets, from, octets.length);
            if (trimmed(octets, from, next) == from) {
                return next;
            }
            from = next;
        }
        return octets.length;
    }
}
