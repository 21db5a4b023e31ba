package dev.kurir.outbox.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this node was allowed to hand over, outside of the database: when the database goes back in time, this says
 * which messages may have left meanwhile. Records of fixed length in files of about a megabyte; the oldest file goes
 * when there are too many.
 */
final class IntentLog implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(IntentLog.class);
    private static final int RECORD = Long.BYTES + Integer.BYTES + Long.BYTES + Integer.BYTES;
    private static final int RECORDS_PER_FILE = 40_000;
    private static final int FILES = 64;

    private final Path folder;
    private final String instance;
    private final int recordsPerFile;
    private final int files;
    private @Nullable FileChannel channel;
    private int written;
    private boolean isLosing;

    /** @param folder made when the first intent is granted */
    IntentLog(Path folder, String instance) {
        this(folder, instance, RECORDS_PER_FILE, FILES);
    }

    IntentLog(Path folder, String instance, int recordsPerFile, int files) {
        this.folder = folder;
        this.instance = instance;
        this.recordsPerFile = recordsPerFile;
        this.files = files;
    }

    /**
     * One right to hand over.
     *
     * @param attempt the number that the attempt has then
     */
    record Granted(long message, int attempt, Instant at) {
        static Granted of(Intent intent, Instant now) {
            return new Granted(intent.message().id(), intent.message().attempt() + 1, now);
        }
    }

    /** Behind this call they survive the end of the program, unless the disk is full. */
    void write(List<Granted> granted) {
        if (granted.isEmpty()) {
            return;
        }
        ByteBuffer bytes = ByteBuffer.allocate(granted.size() * RECORD);
        for (Granted each : granted) {
            int start = bytes.position();
            bytes.putLong(each.message())
                    .putInt(each.attempt())
                    .putLong(each.at().toEpochMilli());
            bytes.putInt(checksum(bytes, start));
        }
        append(bytes.flip(), granted.size());
    }

    /** All that is remembered, file by file, the oldest first. */
    Stream<List<Granted>> read() {
        return files().stream().map(IntentLog::read);
    }

    @Override
    public void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void append(ByteBuffer bytes, int records) {
        try {
            FileChannel file = channel;
            if (file == null || written >= recordsPerFile) {
                file = next();
            }
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            written += records;
            isLosing = false;
        } catch (IOException failure) {
            // the database knows them all: mail need not wait for this second memory
            if (!isLosing) {
                log.warn("What leaves now is remembered by the database alone: {}", failure.toString());
            }
            isLosing = true;
            written = recordsPerFile;
        }
    }

    private FileChannel next() throws IOException {
        close();
        Files.createDirectories(folder);
        List<Path> known = files();
        for (Path old : known.subList(0, Math.max(0, known.size() + 1 - files))) {
            Files.deleteIfExists(old);
        }
        // in the order of time, also where the clock was put back
        int number = known.isEmpty() ? 1 : 1 + number(known.getLast());
        FileChannel file = FileChannel.open(
                folder.resolve("%s.%08d".formatted(instance, number)),
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.APPEND);
        channel = file;
        written = 0;
        return file;
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().startsWith(instance + "."))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("The log of intents cannot be read in " + folder, failure);
        }
    }

    private int number(Path file) {
        return Integer.parseInt(file.getFileName().toString().substring(instance.length() + 1));
    }

    private static List<Granted> read(Path file) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            List<Granted> granted = new ArrayList<>(bytes.remaining() / RECORD);
            while (bytes.remaining() >= RECORD) {
                int start = bytes.position();
                Granted each = new Granted(bytes.getLong(), bytes.getInt(), Instant.ofEpochMilli(bytes.getLong()));
                if (checksum(bytes, start) != bytes.getInt()) {
                    // torn by a loss of power: behind it nothing is to be had
                    break;
                }
                granted.add(each);
            }
            return granted;
        } catch (IOException failure) {
            throw new UncheckedIOException("The log of intents cannot be read: " + file, failure);
        }
    }

    private static int checksum(ByteBuffer bytes, int start) {
        CRC32C sum = new CRC32C();
        sum.update(bytes.duplicate().flip().position(start));
        return (int) sum.getValue();
    }
}
