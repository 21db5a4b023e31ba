package dev.kurir.inbox.imap;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * What a server says while it is only being tried: not much. Angus Mail makes room for a literal as soon as its size is
 * announced, so one line could take all the memory.
 */
final class CautiousInput extends FilterInputStream {
    private static final int MOST_OCTETS = 64 << 10;
    private static final int MOST_DIGITS = 4;
    private static final int NO_LITERAL = -1;

    private int octets;
    private int digits = NO_LITERAL;

    CautiousInput(InputStream server) {
        super(server);
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        if (octet >= 0) {
            look(octet);
        }
        return octet;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = super.read(into, offset, length);
        for (int at = offset; at < offset + count; at++) {
            look(into[at]);
        }
        return count;
    }

    private void look(int octet) throws IOException {
        if (octet == '{') {
            digits = 0;
        } else if (digits != NO_LITERAL && octet >= '0' && octet <= '9') {
            digits++;
        } else {
            digits = NO_LITERAL;
        }
        if (++octets > MOST_OCTETS || digits > MOST_DIGITS) {
            throw new IOException("The server says more than a login takes.");
        }
    }
}
