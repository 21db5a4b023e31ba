package dev.kurir.platform.ids;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A keyed permutation of 122 bits: a balanced Feistel network over two halves of 61 bits, HMAC-SHA256 as round
 * function.
 */
final class Feistel {
    static final int HALF_BITS = 61;
    static final long HALF_MASK = (1L << HALF_BITS) - 1;
    private static final int ROUNDS = 6;

    /** Two halves of a block. */
    record Block(long left, long right) {}

    private final Mac keyed;

    Feistel(byte[] key) {
        try {
            keyed = Mac.getInstance("HmacSHA256");
            keyed.init(new SecretKeySpec(key, "HmacSHA256"));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    Block encrypt(Block plain) {
        Mac mac = copy();
        Block block = plain;
        for (int round = 0; round < ROUNDS; round++) {
            block = new Block(block.right(), block.left() ^ mix(mac, round, block.right()));
        }
        return block;
    }

    Block decrypt(Block secret) {
        Mac mac = copy();
        Block block = secret;
        for (int round = ROUNDS - 1; round >= 0; round--) {
            block = new Block(block.right() ^ mix(mac, round, block.left()), block.left());
        }
        return block;
    }

    private static long mix(Mac mac, int round, long half) {
        byte[] input = ByteBuffer.allocate(9).put((byte) round).putLong(half).array();
        return ByteBuffer.wrap(mac.doFinal(input)).getLong() & HALF_MASK;
    }

    /** A Mac is not safe for threads; a copy of a keyed one is much cheaper than a new one. */
    private Mac copy() {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException everyJdkCan) {
            throw new IllegalStateException(everyJdkCan);
        }
    }
}
