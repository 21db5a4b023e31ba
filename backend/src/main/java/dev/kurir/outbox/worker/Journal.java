package dev.kurir.outbox.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The node's memory of replies that were read and are not committed yet. It is written before the flush and survives
 * {@code kill -9}; at the next start it speaks before anything is called uncertain. A segment goes when all its records
 * are committed.
 */
final class Journal implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Journal.class);
    /** What is committed and not dropped yet is read at the next start: about two thousand outcomes at most. */
    private static final long SEGMENT = 1 << 18;
    /** Worth being emptied. */
    private static final long MUCH = 1 << 14;

    private static final String SUFFIX = ".log";
    /** So much must be free before it counts as room. */
    private static final int ROOM = 1 << 16;

    private final Path folder;
    private final String prefix;
    private final Deque<Segment> segments = new ArrayDeque<>();
    private int number;
    private boolean full;

    private Journal(Path folder, String prefix) {
        this.folder = folder;
        this.prefix = prefix;
    }

    /** @param instance only journals of this installation are ours to replay */
    static Journal open(Path folder, String instance, String boot) {
        try {
            Files.createDirectories(folder);
            return new Journal(folder, instance + "-" + boot);
        } catch (IOException failure) {
            throw new UncheckedIOException("The journal cannot be written in " + folder, failure);
        }
    }

    /** What earlier runs left behind, whatever node wrote it; read before this run writes. */
    static Left leftBehind(Path folder, String instance) {
        List<Path> files = files(folder, instance);
        List<Ending> endings = new ArrayList<>();
        for (Path file : files) {
            try {
                endings.addAll(JournalRecord.readAll(ByteBuffer.wrap(Files.readAllBytes(file))));
            } catch (IOException failure) {
                throw new UncheckedIOException("The journal " + file + " cannot be read", failure);
            }
        }
        return new Left(files, endings);
    }

    /** Journals of earlier runs, and what stands in them. */
    record Left(List<Path> files, List<Ending> endings) {
        /** To be called when all of it is committed. */
        void forget() {
            files.forEach(Journal::delete);
        }
    }

    /**
     * Writes the endings through to the operating system; they stay until {@link Receipt#committed}. Null when the disk
     * takes nothing: then they live in memory alone.
     */
    @Nullable Receipt write(List<Ending> endings) {
        try {
            return append(endings);
        } catch (UncheckedIOException failure) {
            refused(failure);
            return null;
        }
    }

    /** The disk takes nothing: what is under way may end, but nothing new may begin. */
    boolean isFull() {
        return full;
    }

    /** Looks whether there is room again. */
    void probe() {
        if (!full) {
            return;
        }
        try {
            current().probe();
            full = false;
            log.info("The journal can be written again");
        } catch (UncheckedIOException still) {
            log.debug("The journal still cannot be written", still);
        }
    }

    private void refused(UncheckedIOException failure) {
        if (failure.getCause() instanceof ClosedChannelException) {
            // that is no disk: the program ends
            throw failure;
        }
        if (!full) {
            log.error("Nothing new is sent until there is room again: {}", failure.getMessage(), failure.getCause());
        }
        full = true;
    }

    private Receipt append(List<Ending> endings) {
        Segment segment = current();
        List<byte[]> records = endings.stream().map(JournalRecord::write).toList();
        ByteBuffer bytes =
                ByteBuffer.allocate(records.stream().mapToInt(r -> r.length).sum());
        records.forEach(bytes::put);
        segment.append(bytes.flip(), endings.size());
        return new Receipt(this, segment);
    }

    /** To the disk: called while the database is away. */
    void force() {
        try {
            segments.forEach(Segment::force);
        } catch (UncheckedIOException failure) {
            refused(failure);
        }
    }

    @Override
    public void close() {
        segments.forEach(Segment::close);
    }

    /** Where a record stands, to be told when it is committed. */
    record Receipt(Journal journal, Segment segment) {
        void committed(int count) {
            segment.settle(count);
            journal.drop();
        }
    }

    private Segment current() {
        Segment last = segments.peekLast();
        if (last == null || last.isFull()) {
            last = Segment.create(folder.resolve(prefix + "-" + number++ + SUFFIX));
            segments.add(last);
        }
        return last;
    }

    private void drop() {
        segments.removeIf(segment -> segment != segments.peekLast() && segment.isSettled() && segment.delete());
        Segment last = segments.peekLast();
        if (last != null && last.isSettled() && last.size > MUCH) {
            last.empty();
        }
    }

    private static List<Path> files(Path folder, String instance) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().startsWith(instance + "-"))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("The journal folder cannot be read: " + folder, failure);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** One file of the journal. */
    static final class Segment {
        private final Path file;
        private final FileChannel channel;
        private long size;
        private long open;

        private Segment(Path file, FileChannel channel) {
            this.file = file;
            this.channel = channel;
        }

        static Segment create(Path file) {
            try {
                return new Segment(
                        file, FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.APPEND));
            } catch (IOException failure) {
                throw new UncheckedIOException("The journal cannot be written: " + file, failure);
            }
        }

        void append(ByteBuffer bytes, int records) {
            int length = bytes.remaining();
            try {
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                size += length;
                open += records;
            } catch (IOException failure) {
                cut();
                throw new UncheckedIOException("The journal cannot be written: " + file, failure);
            }
        }

        void empty() {
            size = 0;
            cut();
        }

        /** Nothing may stand behind half a record: it would never be read. */
        private void cut() {
            try {
                channel.truncate(size);
            } catch (IOException failure) {
                size = SEGMENT;
            }
        }

        void probe() {
            append(ByteBuffer.allocate(ROOM), 0);
            size -= ROOM;
            cut();
        }

        void settle(int records) {
            open -= records;
        }

        boolean isSettled() {
            return open == 0;
        }

        boolean isFull() {
            return size >= SEGMENT;
        }

        void force() {
            try {
                channel.force(false);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        boolean delete() {
            close();
            Journal.delete(file);
            return true;
        }

        void close() {
            try {
                channel.close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
