package dev.kurir.platform.feed;

import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All views together. */
@Component
class StreamViews {
    private final List<StreamView> views;

    StreamViews(List<StreamView> views) {
        this.views = views;
    }

    /** Merged once for all clients: what each of them gets may be thousands of times. */
    Mono<List<StreamFrame>> frames(List<FeedRecord> records) {
        return Flux.fromIterable(views)
                .concatMap(view -> frames(view, records))
                .concatMapIterable(frames -> frames)
                .collectList()
                .map(StreamFrame::merged);
    }

    private static Mono<List<StreamFrame>> frames(StreamView view, List<FeedRecord> records) {
        List<FeedRecord> accepted =
                records.stream().filter(record -> view.accepts(record.type())).toList();
        return accepted.isEmpty() ? Mono.empty() : view.frames(accepted);
    }
}
