package dev.kurir.platform.ids;

import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.Id;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Cursors of keyset pages: the public id of the last row, and the text it was sorted by. */
@Component
public final class Cursors {
    private static final int ID_OCTETS = 16;

    private final PublicIds ids;

    public Cursors(PublicIds ids) {
        this.ids = ids;
    }

    /** The last row of a page. {@code key} is empty where the id alone gives the order. */
    public record Place<T extends Id>(T id, String key) {}

    public String encode(Id id) {
        return encode(id, "");
    }

    public String encode(Id id, String key) {
        UUID uuid = ids.encode(id);
        byte[] text = key.getBytes(StandardCharsets.UTF_8);
        ByteBuffer octets = ByteBuffer.allocate(ID_OCTETS + text.length)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .put(text);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets.array());
    }

    public <T extends Id> Place<T> decode(Class<T> type, String cursor) {
        ByteBuffer octets = ByteBuffer.wrap(octets(cursor));
        if (octets.remaining() < ID_OCTETS) {
            throw unknown();
        }
        UUID uuid = new UUID(octets.getLong(), octets.getLong());
        String key = StandardCharsets.UTF_8.decode(octets).toString();
        if (key.indexOf('\0') >= 0) {
            throw unknown();
        }
        return new Place<>(ids.decode(type, uuid).orElseThrow(Cursors::unknown), key);
    }

    private static byte[] octets(String cursor) {
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException notOurs) {
            throw unknown();
        }
    }

    private static DomainException unknown() {
        return DomainException.invalid("/cursor", "cursor_invalid", "This cursor is not one of ours: start again.");
    }
}
