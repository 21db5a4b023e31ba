package dev.kurir.platform.feed;

import java.util.List;
import org.springframework.stereotype.Component;
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

    /** Empty when it missed nothing. */
    Mono<StreamPart> missed(StreamAudience audience, FeedCursor since, FeedCursor start) {
        return since.compareTo(start) > 0 ? checkAhead(since, start) : read(audience, since, start);
    }

    /** Another node may have been ahead of this one; ahead of the database only a cursor of another database can be. */
    private Mono<StreamPart> checkAhead(FeedCursor since, FeedCursor start) {
        return records.end().filter(end -> since.compareTo(end) > 0).map(_ -> StreamPart.resync(start));
    }

    private Mono<StreamPart> read(StreamAudience audience, FeedCursor since, FeedCursor start) {
        return records.between(audience.workspaceId(), since, start, MOST + 1)
                .flatMap(missed -> part(audience, missed, start))
                .filter(part -> !part.isEmpty());
    }

    private Mono<StreamPart> part(StreamAudience audience, List<FeedRecord> missed, FeedCursor start) {
        return missed.size() > MOST
                ? Mono.just(StreamPart.resync(start))
                : views.frames(missed).map(frames -> audience.part(frames, start));
    }
}
