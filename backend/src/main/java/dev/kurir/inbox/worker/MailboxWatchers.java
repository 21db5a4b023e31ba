package dev.kurir.inbox.worker;

import dev.kurir.inbox.Intake;
import dev.kurir.inbox.Mailboxes.State;
import dev.kurir.inbox.Mailboxes.Watched;
import dev.kurir.outbox.AccountOwnership;
import dev.kurir.platform.KurirProperties;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * One watcher for each account that this node owns and may read. An account that was deactivated, changed or given away
 * is let go within a second.
 */
@Component
class MailboxWatchers implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(MailboxWatchers.class);
    private static final Duration LOOK = Duration.ofMillis(900);
    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final Duration AGAIN_AT_MOST = Duration.ofMinutes(5);
    /** A start opens many connections, not all at once. */
    private static final int MOST_AT_ONCE = 25;

    private final KurirProperties properties;
    private final AccountOwnership ownership;
    private final WatchTools tools;
    private final Map<Watched, Disposable> watching = new HashMap<>();
    private @Nullable Disposable looking;

    MailboxWatchers(KurirProperties properties, AccountOwnership ownership, WatchTools tools) {
        this.properties = properties;
        this.ownership = ownership;
        this.tools = tools;
    }

    @Override
    public boolean isAutoStartup() {
        return properties.isWorker();
    }

    @Override
    public synchronized void start() {
        looking = Flux.interval(LOOK)
                .onBackpressureDrop()
                .concatMap(_ -> ours().onErrorResume(this::complain), 1)
                .subscribe(this::apply);
    }

    @Override
    public synchronized void stop() {
        if (looking != null) {
            looking.dispose();
            looking = null;
        }
        apply(List.of());
    }

    @Override
    public synchronized boolean isRunning() {
        return looking != null;
    }

    /** Behind the engine, which says what is ours, and ended before it. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }

    private Mono<List<Watched>> ours() {
        return ownership.node().isEmpty()
                ? Mono.just(List.of())
                : tools.mailboxes().watched(ownership.node().getAsLong());
    }

    private synchronized void apply(List<Watched> ours) {
        Set<Watched> wanted = Set.copyOf(ours);
        Set<Watched> gone = watching.keySet().stream()
                .filter(account -> !wanted.contains(account))
                .collect(Collectors.toSet());
        gone.forEach(this::end);
        wanted.stream()
                .filter(account -> !watching.containsKey(account))
                .limit(MOST_AT_ONCE)
                .forEach(account -> watching.put(account, begin(account)));
    }

    private void end(Watched account) {
        Disposable watcher = watching.remove(account);
        if (watcher != null) {
            watcher.dispose();
        }
    }

    private Disposable begin(Watched account) {
        return Mono.defer(() -> new AccountWatcher(tools, account).watch())
                .retryWhen(Retry.backoff(Long.MAX_VALUE, AGAIN)
                        .maxBackoff(AGAIN_AT_MOST)
                        .filter(failure -> !(failure instanceof Intake.MovedException))
                        .doBeforeRetryAsync(ended -> tellEnd(account, ended.failure())))
                .subscribe(
                        _ -> {},
                        failure -> log.info(
                                "Account {} is not read here any more: {}",
                                account.accountId().value(),
                                failure.getMessage()));
    }

    /**
     * A watcher takes failures for what they are; one that ends with them is begun anew, and nobody is told otherwise.
     */
    private Mono<Void> tellEnd(Watched account, Throwable failure) {
        log.warn("The watcher of account {} ended", account.accountId().value(), failure);
        return tools.mailboxes().post(account, State.FAILED, failure.toString()).onErrorComplete();
    }

    private Mono<List<Watched>> complain(Throwable failure) {
        log.warn("The mailboxes to watch could not be read: {}", failure.getMessage());
        return Mono.empty();
    }
}
