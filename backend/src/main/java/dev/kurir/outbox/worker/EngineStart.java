package dev.kurir.outbox.worker;

import dev.kurir.account.Accounts;
import dev.kurir.outbox.CompiledDrafts;
import dev.kurir.outbox.FenceReason;
import dev.kurir.outbox.Gate;
import dev.kurir.outbox.MailTransport;
import dev.kurir.outbox.OutboxSignals;
import dev.kurir.outbox.SendRates;
import dev.kurir.outbox.StoredFence;
import dev.kurir.outbox.StoredStatuses;
import dev.kurir.outbox.WorkerBoard;
import dev.kurir.platform.KurirProperties;
import dev.kurir.platform.feed.Feed;
import dev.kurir.platform.feed.FeedNotifier;
import dev.kurir.platform.ids.InstanceKeys;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import reactor.util.retry.RetryBackoffSpec;
import tools.jackson.databind.json.JsonMapper;

/** Registers a start of this node, puts its engine together and sets it going. */
record EngineStart(EngineDatabase database, EngineIngredients with) {
    private static final Logger log = LoggerFactory.getLogger(EngineStart.class);
    private static final Duration AGAIN = Duration.ofSeconds(2);

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
            KurirProperties properties,
            StoredFence fence,
            StoredStatuses statuses,
            EngineTime time) {}

    /** @param running hears of the engine on its thread, before it does anything */
    void begin(NodeFolder folder, Consumer<RunningEngine> running) {
        EngineLoop loop = new EngineLoop();
        NodeLease lease = new NodeLease(database, loop, with.properties().lease(), with.time());
        UUID boot = UUID.randomUUID();
        IntentLog intents = new IntentLog(folder.intents(), with.instance().id().toString());
        FenceGuard guard = guard(folder, intents);
        guard.check(folder.name())
                .then(Mono.defer(() -> lease.register(folder.name(), boot)))
                .retryWhen(untilTheDatabaseIsThere())
                .subscribe(node -> loop.execute(() -> {
                    RunningEngine engine = assemble(folder, loop, lease, guard, intents, node, boot);
                    running.accept(engine);
                    engine.begin(with.instance().id().toString(), with.signals());
                }));
    }

    private FenceGuard guard(NodeFolder folder, IntentLog intents) {
        String instance = with.instance().id().toString();
        String named = with.properties().instance();
        DatabaseClient reading = database.reading();
        return new FenceGuard(
                reading,
                with.fence(),
                new IntentRecall(reading, intents, with.time().clock()),
                folder.data(),
                instance,
                named);
    }

    /** A database that has forgotten what it had acknowledged is held before anything is flushed to it. */
    private Mono<FlushSession> connect(long node, FlushMemory memory, FenceGuard guard) {
        Mono<FlushSession> forgotten = Mono.defer(() -> guard.raise(FenceReason.WENT_BACK))
                .cache()
                .then(Mono.error(new IllegalStateException("the database does not know this start of the node")));
        return database.dedicated()
                .flatMap(opened -> FlushSession.open(opened, node))
                .switchIfEmpty(forgotten)
                .delayUntil(session ->
                        memory.isAheadOf(session.flushes()) ? guard.raise(FenceReason.WENT_BACK) : Mono.empty())
                .doOnNext(session -> memory.opened(session.flushes()));
    }

    private RunningEngine assemble(
            NodeFolder folder,
            EngineLoop loop,
            NodeLease lease,
            FenceGuard guard,
            IntentLog intents,
            long node,
            UUID boot) {
        Journal journal = Journal.open(folder.journal(), with.instance().id().toString(), boot.toString());
        Engine[] engine = new Engine[1];
        FlushMemory memory = new FlushMemory();
        Clock clock = with.time().clock();
        Mono<FlushSession> connect = connect(node, memory, guard);
        Consumer<List<Intent>> flushed = granted -> {
            memory.committed();
            Instant now = clock.instant();
            intents.write(granted.stream()
                    .map(intent -> IntentLog.Granted.of(intent, now))
                    .toList());
            with.notifier().wake();
        };
        DatabaseClient reading = database.reading();
        Flusher flusher =
                new Flusher(loop, connect, new LockWatch(reading), journal, () -> engine[0].watermarks(), flushed);
        EngineReads reads = new EngineReads(reading, new PickedRows(reading, with.drafts(), with.json(), clock), clock);
        EngineParts parts = new EngineParts(
                loop,
                flusher,
                reads,
                new Permits(reading),
                new PaceMemories(reading),
                with.gate(),
                with.accounts(),
                with.transport(),
                with.rates(),
                with.board(),
                new EngineNews(with.feed(), with.statuses(), with.rates()),
                new ConnectionBudget(with.properties().connections()),
                clock,
                new SecureRandom());
        engine[0] = new Engine(parts, node, lease);
        return new RunningEngine(
                node,
                engine[0],
                parts,
                lease,
                journal,
                folder,
                database,
                () -> guard.alive(node, memory.acknowledged()));
    }

    private static RetryBackoffSpec untilTheDatabaseIsThere() {
        return Retry.fixedDelay(Long.MAX_VALUE, AGAIN)
                .doBeforeRetry(signal -> log.warn(
                        "The workers wait for the database: {}",
                        signal.failure().getMessage()));
    }
}
