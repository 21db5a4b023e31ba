package dev.kurir.outbox.worker;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.outbox.WorkerStatus;
import dev.kurir.platform.feed.Feed;
import dev.kurir.platform.feed.FeedEntry;
import dev.kurir.platform.feed.FeedEntry.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What workers say, on its way into the feed: log lines at once, states at most once a second for each account. */
final class EngineNews {
    private static final Logger log = LoggerFactory.getLogger(EngineNews.class);

    private final Feed feed;
    private final Map<AccountId, WorkspaceId> workspaces = new ConcurrentHashMap<>();
    private final Map<AccountId, WorkerStatus> waiting = new LinkedHashMap<>();

    EngineNews(Feed feed) {
        this.feed = feed;
    }

    void knows(AccountId account, WorkspaceId workspace) {
        workspaces.put(account, workspace);
    }

    void worker(WorkerStatus status) {
        waiting.put(status.accountId(), status);
    }

    void log(FeedEntry entry) {
        publish(Mono.just(entry).flux());
    }

    /** Sends what has gathered; called once a second on the engine's thread. */
    void send() {
        Map<AccountId, WorkerStatus> now = Map.copyOf(waiting);
        waiting.clear();
        publish(Flux.fromIterable(now.keySet()).flatMapIterable(this::entry));
    }

    private List<FeedEntry> entry(AccountId account) {
        WorkspaceId workspace = workspaces.get(account);
        return workspace == null
                ? List.of()
                : List.of(
                        FeedEntry.log(workspace, "worker", Level.NONE, Map.of()).about(account));
    }

    private void publish(Flux<FeedEntry> entries) {
        entries.concatMap(feed::publish)
                .subscribe(_ -> {}, failure -> log.warn("The feed could not be written: {}", failure.getMessage()));
    }
}
