package dev.kurir.platform.feed;

import dev.kurir.kernel.WorkspaceId;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a client missed while it was away, from the table; or the advice to read everything again. */
@Component
class StreamReplay {
    static final int MOST = 5000;

    private final FeedRecords records;
    private final StreamViews views;

    StreamReplay(FeedRecords records, StreamViews views) {
        this.records = records;
        this.views = views;
    }

    Flux<StreamEvent> events(WorkspaceId workspaceId, Set<String> topics, FeedCursor since, FeedCursor start) {
        StreamClient away = new StreamClient(workspaceId, topics, start);
        return fill(away, since).thenMany(Flux.defer(() -> Flux.fromIterable(away.drain())));
    }

    private Mono<Void> fill(StreamClient away, FeedCursor since) {
        return since.compareTo(away.start()) > 0 ? checkAhead(away, since) : read(away, since);
    }

    /** Another node may have been ahead of this one; ahead of the database only a cursor of another database can be. */
    private Mono<Void> checkAhead(StreamClient away, FeedCursor since) {
        return records.end()
                .filter(end -> since.compareTo(end) > 0)
                .doOnNext(_ -> away.resync(away.start()))
                .then();
    }

    private Mono<Void> read(StreamClient away, FeedCursor since) {
        return records.between(away.workspaceId(), since, away.start(), MOST + 1)
                .flatMap(missed -> take(away, missed));
    }

    private Mono<Void> take(StreamClient away, List<FeedRecord> missed) {
        if (missed.size() > MOST) {
            return Mono.fromRunnable(() -> away.resync(away.start()));
        }
        return views.frames(missed)
                .doOnNext(frames -> away.offer(frames, away.start()))
                .then();
    }
}
