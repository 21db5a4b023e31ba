package dev.kurir.outbox.worker;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.outbox.SendRates;
import dev.kurir.outbox.StoredStatuses;
import dev.kurir.outbox.StoredStatuses.Posted;
import dev.kurir.outbox.WorkerStatus;
import dev.kurir.platform.feed.Feed;
import dev.kurir.platform.feed.FeedEntry;
import dev.kurir.platform.feed.FeedEntry.Level;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What workers say, on its way into the feed: log lines at once, states at most once a second for each account. */
final class EngineNews {
    private static final Logger log = LoggerFactory.getLogger(EngineNews.class);

    /** In rounds of a second. */
    private static final int RATES_EACH = 5;

    private final Feed feed;
    private final StoredStatuses stored;
    private final SendRates rates;
    private final Map<AccountId, WorkspaceId> workspaces = new ConcurrentHashMap<>();
    private final Map<AccountId, WorkerStatus> waiting = new LinkedHashMap<>();
    private final Map<AccountId, Posted> shown = new HashMap<>();
    /** They are shown until nothing of theirs was sent in the last minute. */
    private final Set<AccountId> asleep = new HashSet<>();

    private int round;

    EngineNews(Feed feed, StoredStatuses stored, SendRates rates) {
        this.feed = feed;
        this.stored = stored;
        this.rates = rates;
    }

    void knows(AccountId account, WorkspaceId workspace) {
        asleep.remove(account);
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
        List<Posted> posted = posted(now);
        Flux<FeedEntry> entries = Flux.fromIterable(now.keySet()).flatMapIterable(this::entry);
        // who hears of it on another node reads what was written before
        publish(posted.isEmpty() ? entries : stored.write(posted).thenMany(entries));
    }

    /** What changed; and now and then how fast it goes. */
    private List<Posted> posted(Map<AccountId, WorkerStatus> changed) {
        Map<AccountId, Posted> news = new HashMap<>();
        changed.forEach((account, status) -> news.put(account, new Posted(status, rates.lastMinute(account))));
        shown.putAll(news);
        if (++round % RATES_EACH == 0) {
            shown.replaceAll((account, before) -> {
                Posted again = new Posted(before.status(), rates.lastMinute(account));
                if (again.rate() != before.rate()) {
                    news.put(account, again);
                }
                return again;
            });
            shown.entrySet().removeIf(entry -> entry.getValue().rate() == 0 && asleep.remove(entry.getKey()));
        }
        return List.copyOf(news.values());
    }

    void sleeps(AccountId account) {
        asleep.add(account);
    }

    /** The account is not ours any more. */
    void forget(AccountId account) {
        asleep.remove(account);
        shown.remove(account);
        waiting.remove(account);
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
