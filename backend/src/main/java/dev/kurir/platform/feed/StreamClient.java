package dev.kurir.platform.feed;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.util.concurrent.Queues;

/**
 * What waits for one client. Frames with the same key merge, so that a slow client gets less and newer, not more and
 * older.
 */
final class StreamClient {
    private final StreamAudience audience;
    private final FeedCursor start;
    private final Sinks.Many<StreamClient> wakes = Sinks.many()
            .unicast()
            .onBackpressureBuffer(Queues.<StreamClient>one().get());
    private StreamPart waiting;

    StreamClient(StreamAudience audience, FeedCursor start) {
        this.audience = audience;
        this.start = start;
        this.waiting = StreamPart.nothing(start);
    }

    StreamAudience audience() {
        return audience;
    }

    /** What was handed out before is not in here. */
    FeedCursor start() {
        return start;
    }

    synchronized void offer(StreamPart part) {
        waiting = waiting.then(part);
    }

    /** What the client gets; as much at a time as it takes. */
    Flux<StreamPart> parts() {
        return wakes.asFlux().map(StreamClient::take).filter(part -> !part.isEmpty());
    }

    /** A full queue of wakes is as good as one more: whoever takes the next one takes everything that waits. */
    void wake() {
        if (hasSomething()) {
            wakes.tryEmitNext(this);
        }
    }

    void close() {
        wakes.tryEmitComplete();
    }

    /** Everything that waits. */
    synchronized StreamPart take() {
        StreamPart taken = waiting;
        waiting = StreamPart.nothing(start);
        return taken;
    }

    private synchronized boolean hasSomething() {
        return !waiting.isEmpty();
    }
}
