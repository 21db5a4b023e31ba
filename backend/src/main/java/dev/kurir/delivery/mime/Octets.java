package dev.kurir.delivery.mime;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing array of octets, for one thread. */
final class Octets {
    private static final byte[] CRLF = {'\r', '\n'};

    private byte[] octets;
    private int length;

    Octets(int expected) {
        octets = new byte[Math.max(16, expected)];
    }

    int length() {
        return length;
    }

    Octets put(int octet) {
        room(1);
        octets[length++] = (byte) octet;
        return this;
    }

    Octets put(byte[] more) {
        room(more.length);
        System.arraycopy(more, 0, octets, length, more.length);
        length += more.length;
        return this;
    }

    Octets ascii(String text) {
        return put(text.getBytes(StandardCharsets.US_ASCII));
    }

    Octets crlf() {
        return put(CRLF);
    }

    byte[] toArray() {
        return Arrays.copyOf(octets, length);
    }

    private void room(int more) {
        if (length + more > octets.length) {
            octets = Arrays.copyOf(octets, Math.max(octets.length * 2, length + more));
        }
    }
}
