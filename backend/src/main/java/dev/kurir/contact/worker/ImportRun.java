package dev.kurir.contact.worker;

import dev.kurir.contact.ImportJob;
import dev.kurir.contact.csv.CsvFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Reads a file batch by batch and writes each before it reads the next one, so that a bad end costs nothing before it.
 */
@Component
class ImportRun {
    private static final int BATCH = 1000;

    private final BatchWriter writer;
    private final Clock clock;
    /** Files block; the database must not wait for them. */
    private final Scheduler files = Schedulers.boundedElastic();

    ImportRun(BatchWriter writer, Clock clock) {
        this.writer = writer;
        this.clock = clock;
    }

    Mono<Void> run(ImportJob job) {
        return Mono.fromCallable(() -> CsvFile.open(job.file()))
                .subscribeOn(files)
                .flatMap(file -> write(job, file));
    }

    private Mono<Void> write(ImportJob job, CsvFile file) {
        Progress progress = new Progress(clock, file::octetsRead);
        return Mono.fromCallable(() -> file.next(BATCH))
                .subscribeOn(files)
                .delayUntil(lines -> writer.write(job, ImportBatch.of(lines, job.updatesExisting()), progress))
                .repeat()
                .takeUntil(List::isEmpty)
                .publishOn(files)
                .doFinally(_ -> close(file))
                .then();
    }

    private static void close(CsvFile file) {
        try {
            file.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
