package dev.kurir.outbox.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.outbox.OutboxSignals;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One owner: a real engine with connections, a folder and a memory of its own, which can die without a word. */
final class ChaosNode {
    private static final Option<String> NAME = Option.valueOf("applicationName");

    private final String name;
    private final Path folder;
    private final ChaosMail mail;
    private final ConnectionFactoryOptions options;
    private final EngineStart.EngineIngredients with;
    private int starts;
    private String boot = "";
    private RunningEngine engine;
    private OutboxSignals signals;
    private EngineDatabase database;
    private CountDownLatch frozen;

    ChaosNode(
            String name,
            Path folder,
            ChaosMail mail,
            ConnectionFactoryOptions options,
            EngineStart.EngineIngredients with) {
        this.name = name;
        this.folder = folder;
        this.mail = mail;
        this.options = options;
        this.with = with;
    }

    /** The name that this start's connections bear in the database. */
    String boot() {
        return boot;
    }

    /** Its name in the table of nodes, the same for all starts. */
    String key() {
        return engine.folder().name();
    }

    void start(Clock clock) {
        boot = "chaos-" + name + "-" + ++starts;
        signals = new OutboxSignals();
        database = new EngineDatabase(() -> options.mutate().option(NAME, boot).build());
        EngineStart.EngineIngredients own = new EngineStart.EngineIngredients(
                with.instance(),
                with.drafts(),
                with.gate(),
                with.accounts(),
                mail.of(boot),
                with.rates(),
                with.board(),
                signals,
                with.feed(),
                with.notifier(),
                with.json(),
                with.properties(),
                with.fence(),
                with.statuses(),
                () -> clock);
        CompletableFuture<RunningEngine> running = new CompletableFuture<>();
        new EngineStart(database, own).begin(NodeFolder.open(folder), running::complete);
        engine = running.orTimeout(20, TimeUnit.SECONDS).join();
        assertThat(engine.folder().isOurs()).isTrue();
    }

    /** {@code kill -9}: no goodbye to anybody; the system gives its lock back. */
    void kill(boolean losesJournal) {
        thaw();
        engine.parts().loop().close();
        mail.kill(boot);
        try {
            engine.folder().close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        if (losesJournal) {
            loseJournal();
        }
    }

    /** Stops its thread, as a long pause of the machine does; what others do meanwhile it does not see. */
    void freeze() {
        if (frozen == null) {
            CountDownLatch latch = new CountDownLatch(1);
            frozen = latch;
            engine.parts().loop().execute(() -> await(latch));
        }
    }

    void thaw() {
        if (frozen != null) {
            frozen.countDown();
            frozen = null;
            engine.parts().loop().execute(engine.lease()::renew);
        }
    }

    void look() {
        signals.changed();
    }

    /** Whether it remembers flushes outside of the database. */
    boolean hasWitness() {
        Witness witness = Witness.read(folder, with.instance().id().toString());
        return witness != null && witness.flushes() > 0;
    }

    void end() {
        thaw();
        engine.stop();
    }

    private void loseJournal() {
        try (var files = Files.list(folder.resolve("journal"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException killed) {
            Thread.currentThread().interrupt();
        }
    }
}
