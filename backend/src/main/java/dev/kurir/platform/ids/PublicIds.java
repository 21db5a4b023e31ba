package dev.kurir.platform.ids;

import dev.kurir.kernel.Id;
import dev.kurir.platform.ids.Feistel.Block;
import java.util.Optional;
import java.util.UUID;

/**
 * What the outside sees instead of keys: a UUID (version 8, RFC 9562 §5.8) that is a keyed encoding of kind and key. It
 * tells nothing about number or order, needs no column and no look-up, and a forged id or one of another kind decodes
 * to nothing.
 *
 * <p>The 122 free bits hold, before encryption: 8 bits kind, 50 bits zero, 64 bits key.
 */
public final class PublicIds {
    private static final int KIND_SHIFT = Feistel.HALF_BITS - 8;
    private static final long LOW_12 = 0xFFF;
    private static final long VERSION_8 = 0x8000;
    private static final long VARIANT_2 = 1L << 63;

    private final Feistel cipher;

    public PublicIds(byte[] key) {
        this.cipher = new Feistel(key);
    }

    public UUID encode(Id id) {
        if (id.value() <= 0) {
            throw new IllegalArgumentException("not the key of a row: " + id);
        }
        long tag = IdKind.of(id.getClass()).tag;
        long left = tag << KIND_SHIFT | id.value() >>> Feistel.HALF_BITS;
        return toUuid(cipher.encrypt(new Block(left, id.value() & Feistel.HALF_MASK)));
    }

    /** The key in this public id; empty when it is forged or of another kind. */
    public <T extends Id> Optional<T> decode(Class<T> type, UUID publicId) {
        if (publicId.version() != 8 || publicId.variant() != 2) {
            return Optional.empty();
        }
        IdKind kind = IdKind.of(type);
        Block plain = cipher.decrypt(fromUuid(publicId));
        long high = plain.left() ^ (long) kind.tag << KIND_SHIFT;
        // What is left of the upper half are bits 61 and 62 of a positive key: anything above is not ours.
        if (high >>> 2 != 0) {
            return Optional.empty();
        }
        long value = high << Feistel.HALF_BITS | plain.right();
        return value == 0 ? Optional.empty() : Optional.of(type.cast(kind.make(value)));
    }

    private static UUID toUuid(Block block) {
        long high = block.left() >>> 1;
        long low = ((block.left() & 1) << Feistel.HALF_BITS) | block.right();
        return new UUID(((high >>> 12) << 16) | VERSION_8 | (high & LOW_12), VARIANT_2 | low);
    }

    private static Block fromUuid(UUID uuid) {
        long high = ((uuid.getMostSignificantBits() >>> 16) << 12) | (uuid.getMostSignificantBits() & LOW_12);
        long low = uuid.getLeastSignificantBits() & ~(3L << 62);
        return new Block((high << 1) | (low >>> Feistel.HALF_BITS), low & Feistel.HALF_MASK);
    }
}
