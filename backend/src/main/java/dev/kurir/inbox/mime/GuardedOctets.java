package dev.kurir.inbox.mime;

import jakarta.mail.util.SharedByteArrayInputStream;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The octets of a mail as a parser reads them. It reads no further when its thread was interrupted. */
final class GuardedOctets extends SharedByteArrayInputStream {
    /** Where this is the header of a part: who counts it. */
    private @Nullable PartBudget header;

    GuardedOctets(byte[] octets) {
        super(octets);
    }

    private GuardedOctets(byte[] octets, int from, int length) {
        super(octets, from, length);
    }

    /** The content of a part is a stream of its own, so only its header is read here. */
    GuardedOctets counting(PartBudget budget) {
        header = budget;
        return this;
    }

    @Override
    public synchronized int read() {
        requireTime();
        int octet = super.read();
        if (header != null && octet >= 0) {
            header.headerOctet(octet);
        }
        return octet;
    }

    @Override
    public synchronized int read(byte[] into, int offset, int length) {
        requireTime();
        return super.read(into, offset, length);
    }

    /** @param to -1: to the end */
    @Override
    public InputStream newStream(long from, long to) {
        int end = to < 0 ? count - start : Math.toIntExact(to);
        return new GuardedOctets(buf, start + Math.toIntExact(from), end - Math.toIntExact(from));
    }

    private static void requireTime() {
        if (Thread.currentThread().isInterrupted()) {
            throw new PartBudget.SpentException("The time is over.");
        }
    }
}
