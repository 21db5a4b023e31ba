package dev.kurir.platform.links;

import dev.kurir.platform.ids.InstanceKeys;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Compact tokens that carry a few numbers and cannot be forged: variable-length numbers, then the first 128 bits of an
 * HMAC-SHA256 over purpose and numbers, in base64url. A token of one purpose is worth nothing for another.
 */
@Component
public class SignedLinks {
    private static final int TAG_OCTETS = 16;
    private static final int MAX_NUMBERS = 16;
    private static final int MAX_TEXT = 300;

    private final Mac keyed;

    SignedLinks(InstanceKeys keys) {
        try {
            keyed = Mac.getInstance("HmacSHA256");
            keyed.init(new SecretKeySpec(keys.linkKey(), "HmacSHA256"));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** None of the numbers may be negative. */
    public String sign(String purpose, long... numbers) {
        byte[] body = encode(numbers);
        byte[] token = Arrays.copyOf(body, body.length + TAG_OCTETS);
        System.arraycopy(tag(purpose, body), 0, token, body.length, TAG_OCTETS);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** The numbers, or nothing when this token was not made here for this purpose. */
    public Optional<long[]> verify(String purpose, String token) {
        if (token.length() > MAX_TEXT) {
            return Optional.empty();
        }
        try {
            byte[] octets = Base64.getUrlDecoder().decode(token);
            byte[] body = Arrays.copyOf(octets, Math.max(0, octets.length - TAG_OCTETS));
            byte[] tag = Arrays.copyOfRange(octets, body.length, octets.length);
            return MessageDigest.isEqual(tag, tag(purpose, body)) ? Optional.of(decode(body)) : Optional.empty();
        } catch (IllegalArgumentException | BufferUnderflowException notOurs) {
            return Optional.empty();
        }
    }

    private byte[] tag(String purpose, byte[] body) {
        Mac mac = copy();
        mac.update(purpose.getBytes(StandardCharsets.UTF_8));
        mac.update((byte) 0);
        return Arrays.copyOf(mac.doFinal(body), TAG_OCTETS);
    }

    private Mac copy() {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException everyJdkCan) {
            throw new IllegalStateException(everyJdkCan);
        }
    }

    private static byte[] encode(long[] numbers) {
        if (numbers.length > MAX_NUMBERS || Arrays.stream(numbers).anyMatch(number -> number < 0)) {
            throw new IllegalArgumentException("at most 16 numbers, none negative");
        }
        ByteBuffer out = ByteBuffer.allocate(numbers.length * 10);
        for (long number : numbers) {
            long rest = number;
            for (; rest > 0x7F; rest >>>= 7) {
                out.put((byte) ((rest & 0x7F) | 0x80));
            }
            out.put((byte) rest);
        }
        return Arrays.copyOf(out.array(), out.position());
    }

    private static long[] decode(byte[] body) {
        ByteBuffer in = ByteBuffer.wrap(body);
        long[] numbers = new long[MAX_NUMBERS];
        int count = 0;
        while (in.hasRemaining()) {
            numbers[count++] = decodeOne(in);
        }
        return Arrays.copyOf(numbers, count);
    }

    private static long decodeOne(ByteBuffer in) {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            byte octet = in.get();
            number |= (long) (octet & 0x7F) << shift;
            if (octet >= 0) {
                return number;
            }
        }
    }
}
