package dev.kurir.contact.worker;

import dev.kurir.contact.ImportJob;
import dev.kurir.contact.ImportRunner;
import dev.kurir.contact.StoredImports;
import dev.kurir.contact.StoredImports.Abandoned;
import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.ImportId;
import dev.kurir.platform.KurirProperties;
import dev.kurir.platform.feed.Feed;
import dev.kurir.platform.feed.FeedEntry;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/** Runs imports two at a time, says that they are alive, and ends those whose process died. */
@Component
class ImportWorker implements ImportRunner, SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);
    private static final int AT_ONCE = 2;
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofSeconds(40);
    private static final String BROKEN =
            "The program failed while it read the file. The lines counted here were taken.";
    private static final String DIED =
            "The program was stopped while it read the file. The lines counted here were taken; "
                    + "import the file again for the others.";

    private final ImportRun run;
    private final StoredImports imports;
    private final Feed feed;
    private final TransactionalOperator transaction;
    private final KurirProperties properties;
    private final Set<ImportId> mine = ConcurrentHashMap.newKeySet();
    /** A fresh one at each start: it takes one subscriber in its life. */
    private volatile Sinks.Many<ImportJob> jobs = queue();

    private final Disposable.Swap running = Disposables.swap();

    ImportWorker(
            ImportRun run,
            StoredImports imports,
            Feed feed,
            TransactionalOperator transaction,
            KurirProperties properties) {
        this.run = run;
        this.imports = imports;
        this.feed = feed;
        this.transaction = transaction;
        this.properties = properties;
    }

    @Override
    public void submit(ImportJob job) {
        mine.add(job.id());
        jobs.emitNext(job, Sinks.EmitFailureHandler.busyLooping(Duration.ofSeconds(1)));
    }

    @Override
    public void start() {
        jobs = queue();
        running.update(Disposables.composite(
                jobs.asFlux().flatMap(this::supervised, AT_ONCE).subscribe(), pulse().subscribe()));
    }

    @Override
    public void stop() {
        running.update(Disposables.disposed());
    }

    @Override
    public boolean isRunning() {
        return running.get() != null && !running.get().isDisposed();
    }

    /** Never fails: what goes wrong is said by the import itself, or by its silence. */
    private Mono<Void> supervised(ImportJob job) {
        return run.run(job)
                .then(Mono.defer(() -> end(job, ImportFeed.done(job), null)))
                .onErrorResume(failure -> failed(job, failure))
                .doOnError(failure -> LOG.error("The end of an import could not be written: {}", name(failure)))
                .onErrorComplete()
                .then(Mono.fromCallable(() -> Files.deleteIfExists(job.file()))
                        .subscribeOn(Schedulers.boundedElastic()))
                .onErrorComplete()
                .doFinally(_ -> mine.remove(job.id()))
                .then();
    }

    private Mono<Void> failed(ImportJob job, Throwable failure) {
        if (!(failure instanceof DomainException)) {
            LOG.error("An import failed: {}", name(failure));
        }
        String problem = failure instanceof DomainException refusal ? String.valueOf(refusal.getMessage()) : BROKEN;
        return end(job, ImportFeed.failed(job, problem), problem);
    }

    private Mono<Void> end(ImportJob job, List<FeedEntry> news, @Nullable String problem) {
        return imports.end(job.id(), problem).flatMap(_ -> publish(news)).as(transaction::transactional);
    }

    private static Sinks.Many<ImportJob> queue() {
        return Sinks.many().unicast().onBackpressureBuffer();
    }

    private Flux<Void> pulse() {
        // The built-in database has no other process: whatever runs there was ours before we died.
        Duration silence = properties.embedded() ? Duration.ZERO : SILENCE;
        Mono<Void> beat = Mono.defer(() -> imports.touch(Set.copyOf(mine))).then(sweep(SILENCE));
        return sweep(silence)
                .onErrorComplete()
                .thenMany(Flux.interval(HEARTBEAT).onBackpressureDrop().concatMap(_ -> beat.onErrorComplete()));
    }

    private Mono<Void> sweep(Duration silence) {
        return imports.endSilent(silence, DIED)
                .flatMapIterable(abandoned -> abandoned)
                .concatMap(this::tell)
                .then()
                .as(transaction::transactional);
    }

    private Mono<Void> tell(Abandoned abandoned) {
        return publish(ImportFeed.failed(abandoned, DIED));
    }

    private Mono<Void> publish(List<FeedEntry> news) {
        return Flux.fromIterable(news).concatMap(feed::publish).then();
    }

    /** No message: that of the database may quote the file. */
    private static String name(Throwable failure) {
        return failure.getClass().getName();
    }
}
