package dev.kurir.reliability;

import dev.kurir.reliability.MailSink.Arrival;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * A mail server whose record is the truth: each message is written and forced to the disk before its 250. Whatever
 * happens to the program under test, this knows what arrived.
 */
final class RecordingSink implements AutoCloseable {
    private final MailSink server;
    private final FileChannel record;
    private final List<String> recipients = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();
    private volatile int arrived;

    RecordingSink(Path file) throws IOException {
        this(file, Duration.ZERO);
    }

    /** @param slow how long it thinks about each envelope */
    RecordingSink(Path file, Duration slow) throws IOException {
        record = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.APPEND);
        server = new MailSink(new MailSink.Taker() {
            @Override
            public void take(Arrival arrival) throws IOException {
                keep(arrival);
            }

            @Override
            public void hesitate() {
                LockSupport.parkNanos(slow.toNanos());
            }
        });
    }

    int port() {
        return server.port();
    }

    int count() {
        return arrived;
    }

    /** Who got something, in the order of arrival. */
    synchronized List<String> recipients() {
        return List.copyOf(recipients);
    }

    /** The most messages that arrived for recipients with this prefix within any minute. */
    synchronized long mostInAMinute(String prefix) {
        List<Long> at = IntStream.range(0, recipients.size())
                .filter(i -> recipients.get(i).startsWith(prefix))
                .mapToObj(times::get)
                .toList();
        long minute = Duration.ofMinutes(1).toNanos();
        return at.stream()
                .mapToLong(from -> at.stream()
                        .filter(time -> time >= from && time - from < minute)
                        .count())
                .max()
                .orElse(0);
    }

    @Override
    public void close() {
        server.close();
        try {
            record.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Behind this call the message is on the disk. */
    private synchronized void keep(Arrival arrival) throws IOException {
        String line = arrival.id() + "\t" + arrival.recipient() + "\t" + arrival.sha256() + "\n";
        record.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
        record.force(false);
        recipients.add(arrival.recipient());
        times.add(System.nanoTime());
        arrived++;
    }
}
