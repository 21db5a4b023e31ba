package dev.kurir.outbox.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.outbox.MessageState;
import dev.kurir.outbox.ReplyReason;
import dev.kurir.outbox.SmtpPhase;
import dev.kurir.outbox.SmtpReply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    Path folder;

    private final List<Journal> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(Journal::close);
    }

    @Test
    void whatWasNotCommittedIsReadByTheNextStart() {
        journal("boot1").write(endings(1, 3));

        assertThat(left().endings()).containsExactlyElementsOf(endings(1, 3));
    }

    @Test
    void whatWasCommittedIsNotKept() {
        Journal journal = journal("boot1");
        write(journal, 1, 300).committed(300);

        assertThat(left().endings()).isEmpty();
    }

    @Test
    void whatIsStillUnderWayKeepsWhatStandsBesideIt() {
        Journal journal = journal("boot1");
        Journal.Receipt first = write(journal, 1, 300);
        write(journal, 301, 301);
        first.committed(300);

        assertThat(left().endings()).contains(ending(301));
    }

    @Test
    void aWriterThatNeverRestsKeepsOnlyItsLastFiles() {
        Journal journal = journal("boot1");
        Journal.Receipt before = write(journal, 1, 100);
        for (int group = 1; group <= 200; group++) {
            Journal.Receipt next = write(journal, group * 100 + 1, group * 100 + 100);
            before.committed(100);
            before = next;
        }

        assertThat(left().endings()).hasSizeBetween(100, 4_000).contains(ending(20_100));
    }

    @Test
    void isWrittenAgainAfterItWasEmptied() {
        Journal journal = journal("boot1");
        write(journal, 1, 300).committed(300);
        journal.write(endings(301, 302));

        assertThat(left().endings()).containsExactlyElementsOf(endings(301, 302));
    }

    @Test
    void aTornRecordEndsItsFileOnly() throws IOException {
        journal("boot1").write(endings(1, 2));
        Files.write(left().files().getFirst(), new byte[] {0, 0, 0, 99, 1, 2}, StandardOpenOption.APPEND);
        journal("boot2").write(endings(3, 3));

        assertThat(left().endings()).containsExactlyElementsOf(endings(1, 3));
    }

    @Test
    void forgettingRemovesTheFiles() throws IOException {
        journal("boot1").write(endings(1, 3));
        left().forget();

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    private Journal journal(String boot) {
        Journal journal = Journal.open(folder, "here", boot);
        opened.add(journal);
        return journal;
    }

    private Journal.Left left() {
        return Journal.leftBehind(folder, "here");
    }

    private static Journal.Receipt write(Journal journal, long from, long to) {
        return Objects.requireNonNull(journal.write(endings(from, to)));
    }

    private static List<Ending> endings(long from, long to) {
        return LongStream.rangeClosed(from, to).mapToObj(JournalTest::ending).toList();
    }

    private static Ending ending(long message) {
        SmtpReply reply = new SmtpReply(SmtpPhase.DOT, 250, "2.0.0", "Ok: queued as " + message);
        return Ending.proven(message, 1, MessageState.ACCEPTED, reply, ReplyReason.NONE, NOON, NOON, null);
    }
}
