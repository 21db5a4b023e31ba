package dev.kurir.platform.net;

import java.net.InetAddress;
import java.util.Arrays;

/** A block of addresses in CIDR notation. */
final class AddressRange {
    private final byte[] start;
    private final int bits;

    private AddressRange(byte[] start, int bits) {
        this.start = start;
        this.bits = bits;
    }

    /** {@code 10.0.0.0/8}, {@code fc00::/7} or a single address; never a name. */
    static AddressRange parse(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        byte[] start = InetAddress.ofLiteral(address).getAddress();
        int bits = slash < 0 ? start.length * Byte.SIZE : Integer.parseInt(text.substring(slash + 1));
        if (bits < 0 || bits > start.length * Byte.SIZE) {
            throw new IllegalArgumentException("not a block of addresses: " + text);
        }
        return new AddressRange(start, bits);
    }

    boolean contains(InetAddress address) {
        byte[] octets = address.getAddress();
        int whole = bits / Byte.SIZE;
        if (octets.length != start.length || !Arrays.equals(octets, 0, whole, start, 0, whole)) {
            return false;
        }
        int rest = bits % Byte.SIZE;
        return rest == 0 || ((octets[whole] ^ start[whole]) & (0xFF << (Byte.SIZE - rest)) & 0xFF) == 0;
    }
}
