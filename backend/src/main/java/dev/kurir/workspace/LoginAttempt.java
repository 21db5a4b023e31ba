package dev.kurir.workspace;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/** Somebody at an address wants to log in. */
public record LoginAttempt(String email, String password, InetAddress from) {
    private static final int NETWORK_OCTETS = 8;

    String personKey() {
        // The hash of whatever was typed: neither long texts nor passwords in the wrong field are stored.
        byte[] hash = new Token(email.strip().toLowerCase(Locale.ROOT)).hash();
        return "person " + HexFormat.of().formatHex(hash) + " " + addressKey();
    }

    /** IPv6 by its /64: one household has 2⁶⁴ addresses. */
    String addressKey() {
        byte[] octets = from.getAddress();
        byte[] network = from instanceof Inet6Address ? Arrays.copyOf(octets, NETWORK_OCTETS) : octets;
        return "address " + HexFormat.of().formatHex(network);
    }

    @Override
    public String toString() {
        return "LoginAttempt[from=" + from + "]";
    }
}
