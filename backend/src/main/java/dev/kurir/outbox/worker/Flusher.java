package dev.kurir.outbox.worker;

import dev.kurir.platform.fault.Failpoint;
import io.r2dbc.spi.R2dbcDataIntegrityViolationException;
import io.r2dbc.spi.R2dbcException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * The group commit: one flush is in flight, what arrives meanwhile is the next group. There is no timer. Lives on the
 * engine's thread.
 */
final class Flusher {
    private static final Logger log = LoggerFactory.getLogger(Flusher.class);
    private static final int GROUP = 500;
    private static final int CONGESTED_ENDINGS = 2_000;
    private static final Duration CONGESTED_AGE = Duration.ofSeconds(2);
    private static final Duration RECONNECT = Duration.ofMillis(250);
    /** When one that follows a flush that took too long has not ended by then, it is asked whom it waits for. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final Set<String> TOOK_TOO_LONG = Set.of("57014", "55P03");

    private static final Duration FORCE = Duration.ofMillis(100);

    private final EngineLoop loop;
    private final Mono<FlushSession> connect;
    private final LockWatch locks;
    private final Journal journal;
    private final Supplier<List<Watermark>> watermarks;
    private final Consumer<List<Intent>> flushed;
    private final Deque<Intent> intents = new ArrayDeque<>();
    private final Deque<Written> endings = new ArrayDeque<>();
    /** Of a flush that failed: whoever walks the orders believes that they are written. */
    private List<Watermark> owed = List.of();

    private @Nullable FlushSession session;
    private boolean busy;
    private boolean kicked;
    private boolean down;
    private boolean heldUp;
    private boolean closed;
    private int limit = GROUP;

    /** @param flushed hears of each commit, with what was granted in it, before that may leave */
    Flusher(
            EngineLoop loop,
            Mono<FlushSession> connect,
            LockWatch locks,
            Journal journal,
            Supplier<List<Watermark>> watermarks,
            Consumer<List<Intent>> flushed) {
        this.loop = loop;
        this.connect = connect;
        this.locks = locks;
        this.journal = journal;
        this.watermarks = watermarks;
        this.flushed = flushed;
    }

    void intent(Intent intent) {
        intents.add(intent);
        kick();
    }

    /** @param own the intent of the same attempt where it ended before one was asked for; both go in one flush */
    void ending(Ending ending, @Nullable Intent own, Runnable written) {
        Failpoint.BEFORE_JOURNAL.reached();
        Journal.Receipt receipt = ending.isProven() ? journal.write(List.of(ending)) : null;
        Failpoint.BEFORE_OUTCOME.reached();
        endings.add(new Written(ending, own, receipt, System.nanoTime(), written));
        kick();
    }

    /** An ending that stands in the journal of an earlier run already. */
    void replay(Ending ending, Runnable written) {
        endings.add(new Written(ending, null, null, System.nanoTime(), written));
        kick();
    }

    /** Something else may be worth a commit: a watermark. */
    void kick() {
        if (!kicked) {
            kicked = true;
            // behind what is queued already: an outcome and the intent read right after it share a group
            loop.execute(this::next);
        }
    }

    /** No new envelopes while this holds. */
    boolean isCongested() {
        if (down || journal.isFull() || endings.size() > CONGESTED_ENDINGS) {
            return true;
        }
        Written oldest = endings.peekFirst();
        return oldest != null && System.nanoTime() - oldest.since() > CONGESTED_AGE.toNanos();
    }

    /** The database is there and takes no flush, because somebody holds a lock; or the disk takes no journal. */
    Optional<String> heldUpBy() {
        return journal.isFull() ? Optional.of("disk") : heldUp ? Optional.of("database") : Optional.empty();
    }

    void close() {
        closed = true;
        if (session != null) {
            session.close();
        }
    }

    private void next() {
        kicked = false;
        journal.probe();
        if (busy || closed) {
            return;
        }
        if (session == null) {
            reconnect();
            return;
        }
        Batch batch = batch();
        // an empty one finds out whether the way is free again
        if (batch.group().isEmpty() && !heldUp) {
            return;
        }
        busy = true;
        if (heldUp) {
            FlushSession asked = session;
            loop.after(PATIENCE, () -> askWhoHoldsUp(asked));
        }
        batch.group()
                .run(session)
                .subscribe(
                        verdicts -> loop.execute(() -> committed(batch, verdicts)),
                        failure -> loop.execute(() -> failed(batch, failure)));
        if (!batch.ended().isEmpty()) {
            Failpoint.IN_OUTCOME.reached();
        }
    }

    private Batch batch() {
        List<Written> ended = new ArrayList<>();
        List<Intent> asked = new ArrayList<>();
        while (ended.size() < limit && !endings.isEmpty()) {
            Written written = endings.removeFirst();
            ended.add(written);
            if (written.own() != null) {
                asked.add(written.own());
            }
        }
        while (asked.size() < limit && !intents.isEmpty()) {
            asked.add(intents.removeFirst());
        }
        List<Ending> rows = ended.stream().map(Written::ending).toList();
        List<Watermark> marks = Watermark.newest(Stream.concat(owed.stream(), watermarks.get().stream()));
        owed = List.of();
        return new Batch(new FlushGroup(asked, rows, marks), ended);
    }

    private void committed(Batch batch, Map<Long, Verdict> verdicts) {
        busy = false;
        if (heldUp) {
            log.info("The flush goes on");
            heldUp = false;
        }
        limit = Math.min(GROUP, limit * 2);
        batch.settle();
        flushed.accept(batch.group().granted(verdicts));
        batch.group()
                .intents()
                .forEach(intent -> intent.decided()
                        .accept(verdicts.getOrDefault(intent.message().id(), Verdict.LOCKED)));
        batch.ended().forEach(written -> written.done().run());
        kick();
    }

    private void failed(Batch batch, Throwable failure) {
        busy = false;
        owed = batch.group().watermarks();
        // endings are idempotent: they go again; intents are not known to be committed, or not, and are given up
        for (Written written : batch.ended().reversed()) {
            endings.addFirst(written);
        }
        if (isDataError(failure)) {
            narrow(batch, failure);
        } else {
            lost(failure);
        }
        batch.group().intents().forEach(intent -> intent.decided().accept(Verdict.UNKNOWN));
        kick();
    }

    /** Some row cannot be taken: smaller and smaller groups find it, and it is written without the server's words. */
    private void narrow(Batch batch, Throwable failure) {
        if (batch.ended().isEmpty()) {
            log.warn("Intents could not be written: {}", failure.getMessage());
            return;
        }
        if (batch.ended().size() > 1) {
            limit = Math.max(1, batch.ended().size() / 2);
            return;
        }
        Written bad = endings.pollFirst();
        if (bad == null) {
            return;
        }
        log.warn("An outcome could not be written as it is: {}", failure.getMessage());
        if (!bad.bare()) {
            endings.addFirst(bad.withoutWords());
        }
    }

    private void lost(Throwable failure) {
        if (failure instanceof R2dbcException e && TOOK_TOO_LONG.contains(e.getSqlState())) {
            heldUp = true;
            log.warn("A flush took too long and was ended: {}", failure.getMessage());
        } else if (!down) {
            log.warn("The database is away: {}", failure.getMessage());
        }
        down = true;
        if (session != null) {
            session.close();
            session = null;
        }
    }

    private void askWhoHoldsUp(FlushSession asked) {
        if (!busy || session == null || session.number() != asked.number()) {
            return;
        }
        locks.blockers(asked.pid())
                .subscribe(
                        blockers -> log.warn("The flush waits for a lock of {}", blockers),
                        failure -> log.warn("Nobody knows what the flush waits for: {}", failure.getMessage()));
    }

    private void reconnect() {
        busy = true;
        connect.subscribe(
                opened -> loop.execute(() -> connected(opened)),
                failure -> loop.execute(() -> {
                    busy = false;
                    lost(failure);
                    journal.force();
                    loop.after(endings.isEmpty() ? RECONNECT : FORCE, this::kick);
                }));
    }

    private void connected(FlushSession opened) {
        busy = false;
        session = opened;
        if (down && !heldUp) {
            log.info("The database is back");
        }
        down = false;
        kick();
    }

    private static boolean isDataError(Throwable failure) {
        return failure instanceof R2dbcDataIntegrityViolationException
                || (failure instanceof R2dbcException e
                        && e.getSqlState() != null
                        && e.getSqlState().startsWith("22"));
    }

    /** What is in flight. */
    private record Batch(FlushGroup group, List<Written> ended) {
        void settle() {
            Map<Journal.Receipt, Integer> counts = new HashMap<>();
            for (Written written : ended) {
                if (written.receipt() != null) {
                    counts.merge(written.receipt(), 1, Integer::sum);
                }
            }
            counts.forEach(Journal.Receipt::committed);
        }
    }
}
