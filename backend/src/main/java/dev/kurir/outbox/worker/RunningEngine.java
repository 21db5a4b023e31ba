package dev.kurir.outbox.worker;

import dev.kurir.outbox.OutboxSignals;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** An engine with everything that must be closed with it. */
record RunningEngine(
        long node,
        Engine engine,
        EngineParts parts,
        NodeLease lease,
        Journal journal,
        NodeFolder folder,
        EngineDatabase database,
        Supplier<Mono<Void>> witness) {
    private static final Logger log = LoggerFactory.getLogger(RunningEngine.class);
    private static final Duration LAST_WORDS = Duration.ofSeconds(8);
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration TICK = Duration.ofSeconds(1);

    void begin(String instance, OutboxSignals signals) {
        replay(instance, () -> {
            signals.onChange(() -> parts.loop().execute(engine::look));
            parts.loop().every(lease.renewal(), lease::renew);
            parts.loop().every(TICK, this::tick);
            parts.loop().every(FenceGuard.PERIOD, this::remember);
        });
    }

    /** Replies that earlier starts had read and not committed are written before anything is called uncertain. */
    private void replay(String instance, Runnable then) {
        if (!folder.isOurs()) {
            then.run();
            return;
        }
        Journal.Left left = Journal.leftBehind(folder.journal(), instance);
        if (!left.endings().isEmpty()) {
            log.info(
                    "The journal holds {} outcomes of an earlier run",
                    left.endings().size());
        }
        Countdown written = new Countdown(left.endings().size(), () -> {
            left.forget();
            then.run();
        });
        left.endings().forEach(ending -> parts.flusher().replay(ending, written::step));
    }

    private void remember() {
        if (folder.isOurs()) {
            witness.get().subscribe(_ -> {}, failure -> log.warn("No witness was kept: {}", failure.getMessage()));
        }
    }

    private void tick() {
        engine.tick();
        parts.news().send();
        parts.flusher().kick();
    }

    /** What is in content may end and is written; nothing new begins. */
    void stop() {
        CountDownLatch quiet = new CountDownLatch(1);
        parts.loop().execute(engine::close);
        await(quiet);
        try {
            if (!quiet.await(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("Some messages were still under way at the end; the journal and the next start settle them");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        lease.release().onErrorComplete().subscribe();
        parts.loop().execute(parts.flusher()::close);
        database.close().onErrorComplete().subscribe();
        parts.loop().close();
        try {
            folder.close();
        } catch (IOException failure) {
            log.debug("The node's lock could not be given back", failure);
        }
    }

    private void await(CountDownLatch quiet) {
        parts.loop().execute(() -> {
            if (engine.isQuiet()) {
                quiet.countDown();
            } else {
                parts.loop().after(LOOK, () -> await(quiet));
            }
        });
    }
}
