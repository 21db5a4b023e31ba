package dev.kurir.outbox.worker;

import dev.kurir.outbox.MessageState;
import dev.kurir.outbox.ReplyReason;
import dev.kurir.outbox.SmtpPhase;
import dev.kurir.outbox.SmtpReply;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** The form of an ending in the journal: length, CRC32C, body. A torn tail is where reading stops. */
final class JournalRecord {
    private static final int HEADER = 2 * Integer.BYTES;
    private static final int LONGEST = 16 * 1024;

    private JournalRecord() {}

    static byte[] write(Ending ending) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(160);
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeLong(ending.message());
            out.writeInt(ending.attempt());
            out.writeByte(ending.state().code());
            out.writeByte(ending.reply().phase().code());
            out.writeShort(ending.reply().code());
            out.writeUTF(ending.reason().name());
            out.writeUTF(ending.reply().enhanced() == null ? "" : ending.reply().enhanced());
            out.writeUTF(ending.reply().text());
            writeTime(out, ending.startedAt());
            writeTime(out, ending.endedAt());
            writeTime(out, ending.nextAt());
            return framed(bytes.toByteArray());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** All whole records from the start. */
    static List<Ending> readAll(ByteBuffer journal) {
        List<Ending> endings = new ArrayList<>();
        while (journal.remaining() >= HEADER) {
            int length = journal.getInt();
            int sum = journal.getInt();
            if (length <= 0 || length > LONGEST || length > journal.remaining()) {
                break;
            }
            byte[] body = new byte[length];
            journal.get(body);
            if (sum != checksum(body)) {
                break;
            }
            endings.add(read(body));
        }
        return endings;
    }

    private static Ending read(byte[] body) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(body))) {
            long message = in.readLong();
            int attempt = in.readInt();
            MessageState state = MessageState.of(in.readByte());
            SmtpPhase phase = SmtpPhase.of(in.readByte());
            int code = in.readShort();
            ReplyReason reason = ReplyReason.valueOf(in.readUTF());
            String enhanced = in.readUTF();
            String text = in.readUTF();
            Instant started = readTime(in);
            Instant ended = readTime(in);
            Instant next = readTime(in);
            SmtpReply reply = new SmtpReply(phase, code, enhanced.isEmpty() ? null : enhanced, text);
            return Ending.proven(
                    message, attempt, state, reply, reason, started, ended == null ? Instant.EPOCH : ended, next);
        } catch (IOException broken) {
            throw new IllegalStateException("a journal record with a right checksum cannot be read", broken);
        }
    }

    private static byte[] framed(byte[] body) {
        return ByteBuffer.allocate(HEADER + body.length)
                .putInt(body.length)
                .putInt(checksum(body))
                .put(body)
                .array();
    }

    private static int checksum(byte[] body) {
        CRC32C crc = new CRC32C();
        crc.update(body);
        return (int) crc.getValue();
    }

    private static void writeTime(DataOutputStream out, @Nullable Instant time) throws IOException {
        out.writeLong(time == null ? Long.MIN_VALUE : time.toEpochMilli());
    }

    private static @Nullable Instant readTime(DataInputStream in) throws IOException {
        long millis = in.readLong();
        return millis == Long.MIN_VALUE ? null : Instant.ofEpochMilli(millis);
    }
}
