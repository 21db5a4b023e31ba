package dev.kurir.platform.feed;

import dev.kurir.kernel.WorkspaceId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads the feed once for all clients of this node, and gives each what belongs to its workspace. */
@Component
public class FeedStream {
    private static final Logger LOG = LoggerFactory.getLogger(FeedStream.class);
    private static final int PAGE = 2000;

    private record Shown(WorkspaceId workspaceId, List<StreamFrame> frames) {}

    private final FeedRecords records;
    private final StreamViews views;
    private final StreamReplay replay;
    private final StreamClients clients = new StreamClients();

    FeedStream(FeedRecords records, StreamViews views, StreamReplay replay) {
        this.records = records;
        this.views = views;
        this.replay = replay;
    }

    /**
     * The events of one client from now on, after those that it missed since its cursor.
     *
     * @param since where it was before; null when it comes for the first time
     */
    public Flux<StreamPart> open(StreamAudience audience, @Nullable FeedCursor since) {
        return Flux.using(
                () -> clients.add(audience),
                // It collects from the moment on at which it was added: between both parts nothing is lost.
                client -> missed(client, since).concatWith(live(client)),
                clients::remove);
    }

    /** How far this node has come. */
    public FeedCursor position() {
        return clients.position();
    }

    /** How many clients this node has. */
    public int clients() {
        return clients.count();
    }

    /** Begins at the end of the feed: what was before, clients get from the database. */
    public Mono<Void> start() {
        return records.end().doOnNext(clients::startAt).then();
    }

    /** Reads what is new and hands it out. Never to be called twice at once. */
    public Mono<Void> catchUp() {
        return Mono.defer(() -> records.after(clients.position(), PAGE))
                .expand(page -> page.isLast() ? Mono.empty() : records.after(page.next(), PAGE))
                .concatMap(this::deliver)
                .then(Mono.fromRunnable(clients::wake));
    }

    /** Streams have no end of their own: without this the program would wait for them when it stops. */
    @EventListener
    void onStop(ContextClosedEvent stopping) {
        clients.close();
    }

    private Mono<StreamPart> missed(StreamClient client, @Nullable FeedCursor since) {
        return since == null ? Mono.empty() : replay.missed(client.audience(), since, client.start());
    }

    private static Flux<StreamPart> live(StreamClient client) {
        return client.parts().doOnSubscribe(_ -> client.wake());
    }

    private Mono<Void> deliver(FeedPage page) {
        if (page.next().compareTo(clients.position()) < 0) {
            return Mono.fromRunnable(() -> goBack(page));
        }
        return show(page).doOnNext(frames -> clients.advance(page, frames)).then();
    }

    /** The database is an older one than before: restored, or another one took over. */
    private void goBack(FeedPage page) {
        LOG.warn("The feed went back from {} to {}: every client reads everything again", position(), page.next());
        clients.startAt(page.next());
    }

    private Mono<Map<WorkspaceId, List<StreamFrame>>> show(FeedPage page) {
        Set<WorkspaceId> listening = clients.workspaces();
        Map<WorkspaceId, List<FeedRecord>> byWorkspace = page.records().stream()
                .filter(record -> listening.contains(record.workspaceId()))
                .collect(Collectors.groupingBy(FeedRecord::workspaceId));
        return Flux.fromIterable(byWorkspace.entrySet())
                .concatMap(entry -> show(entry.getKey(), entry.getValue()))
                .collectMap(Shown::workspaceId, Shown::frames);
    }

    /** What cannot be shown must not stop the feed for everybody else. */
    private Mono<Shown> show(WorkspaceId workspaceId, List<FeedRecord> all) {
        return views.frames(all)
                .map(frames -> new Shown(workspaceId, frames))
                .doOnError(failure -> LOG.error(
                        "Feed entries up to {} cannot be shown", all.getLast().cursor(), failure))
                .onErrorComplete();
    }
}
