package dev.kurir.outbox.worker;

import dev.kurir.account.Accounts;
import dev.kurir.outbox.CompiledDrafts;
import dev.kurir.outbox.Gate;
import dev.kurir.outbox.MailTransport;
import dev.kurir.outbox.OutboxSignals;
import dev.kurir.outbox.SendRates;
import dev.kurir.outbox.WorkerBoard;
import dev.kurir.platform.feed.Feed;
import dev.kurir.platform.feed.FeedNotifier;
import dev.kurir.platform.ids.InstanceKeys;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Starts and stops the workers of this node. The web does not wait for them. */
@Component
@ConditionalOnProperty(name = "kurir.worker", havingValue = "true", matchIfMissing = true)
class OutboxWorkers implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(OutboxWorkers.class);
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration RESTART = Duration.ofSeconds(2);

    private final EngineDatabase database;
    private final EngineIngredients with;
    private final Path data;
    private @Nullable RunningEngine running;
    private boolean started;

    OutboxWorkers(EngineDatabase database, EngineIngredients ingredients, @Value("${kurir.data:.kurir}") Path data) {
        this.database = database;
        this.with = ingredients;
        this.data = data;
    }

    /** What the engine gets from the rest of the program. */
    @Component
    record EngineIngredients(
            InstanceKeys instance,
            CompiledDrafts drafts,
            Gate gate,
            Accounts accounts,
            MailTransport transport,
            SendRates rates,
            WorkerBoard board,
            OutboxSignals signals,
            Feed feed,
            FeedNotifier notifier,
            JsonMapper json,
            Clock clock) {}

    @Override
    public void start() {
        started = true;
        NodeFolder folder = NodeFolder.open(data);
        EngineLoop loop = new EngineLoop();
        NodeLease lease = new NodeLease(database, loop);
        String boot = UUID.randomUUID().toString();
        lease.register(folder.name(), UUID.fromString(boot))
                .retryWhen(reactor.util.retry.Retry.fixedDelay(Long.MAX_VALUE, RESTART)
                        .doBeforeRetry(signal -> log.warn(
                                "The workers wait for the database: {}",
                                signal.failure().getMessage())))
                .subscribe(node -> loop.execute(() -> assemble(folder, loop, lease, node, boot)));
    }

    @Override
    public void stop() {
        started = false;
        RunningEngine engine = running;
        if (engine != null) {
            engine.stop();
        }
    }

    @Override
    public boolean isRunning() {
        return started;
    }

    private void assemble(NodeFolder folder, EngineLoop loop, NodeLease lease, long node, String boot) {
        String instance = with.instance().id().toString();
        Journal journal = Journal.open(folder.journal(), instance, boot);
        Engine[] engine = new Engine[1];
        Flusher flusher = new Flusher(
                loop, database.dedicated(), node, journal, () -> engine[0].watermarks(), with.notifier()::wake);
        DatabaseClient reading = database.reading();
        EngineReads reads = new EngineReads(
                reading, new PickedRows(reading, with.drafts(), with.json(), with.clock()), with.clock());
        EngineNews news = new EngineNews(with.feed());
        EngineParts parts = new EngineParts(
                loop,
                flusher,
                reads,
                new Permits(reading),
                with.gate(),
                with.accounts(),
                with.transport(),
                with.rates(),
                with.board(),
                news,
                with.clock(),
                new SecureRandom());
        engine[0] = new Engine(parts, node, lease);
        RunningEngine assembled = new RunningEngine(engine[0], parts, lease, journal, folder, database);
        running = assembled;
        assembled.replay(instance, () -> begin(assembled));
    }

    private void begin(RunningEngine engine) {
        with.signals().onChange(() -> engine.parts().loop().execute(engine.engine()::look));
        engine.parts().loop().every(NodeLease.RENEWAL, engine.lease()::renew);
        engine.parts().loop().every(TICK, engine::tick);
    }
}
