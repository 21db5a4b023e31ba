package dev.kurir.inbox.imap;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * What a server says, as far as there is room for it: Angus Mail makes room for a literal as soon as its size is
 * announced, and for a line as long as it goes on.
 */
final class BoundedInput extends FilterInputStream {
    static final long MOST_LITERAL = 51L << 20;
    private static final int MOST_LINE = 1 << 20;

    private int line;
    private long announced = -1;
    private boolean closed;
    private long literal;

    BoundedInput(InputStream server) {
        super(server);
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        if (octet >= 0) {
            look((byte) octet);
        }
        return octet;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = super.read(into, offset, length);
        for (int at = offset; at < offset + count; at++) {
            if (literal > 0) {
                long skipped = Math.min(literal, offset + count - at);
                literal -= skipped;
                at += Math.toIntExact(skipped) - 1;
            } else {
                look(into[at]);
            }
        }
        return count;
    }

    private void look(byte octet) throws IOException {
        if (literal > 0) {
            literal--;
            return;
        }
        if (octet == '\n') {
            literal = closed && announced > 0 ? announced : 0;
            line = 0;
            announced = -1;
            closed = false;
            return;
        }
        if (octet == '{') {
            announced = 0;
            closed = false;
        } else if (announced >= 0 && octet >= '0' && octet <= '9' && !closed) {
            announced = announced * 10 + octet - '0';
        } else if (octet == '}' && announced >= 0) {
            closed = true;
        } else if (octet != '\r') {
            announced = -1;
            closed = false;
        }
        if (++line > MOST_LINE || announced > MOST_LITERAL) {
            throw new IOException("The server says more than there is room for.");
        }
    }
}
