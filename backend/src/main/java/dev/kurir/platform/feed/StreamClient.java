package dev.kurir.platform.feed;

import dev.kurir.kernel.WorkspaceId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.util.concurrent.Queues;

/**
 * What waits for one client. Frames with the same key merge, so that a slow client gets less and newer, not more and
 * older; when too many wait all the same, they become one {@code resync}.
 */
final class StreamClient {
    static final int MOST_WAITING = 256;
    private static final String RESYNC = "resync";

    private final WorkspaceId workspaceId;
    private final Set<String> topics;
    private final FeedCursor start;
    private final Map<Object, StreamFrame> waiting = new LinkedHashMap<>();
    private final Sinks.Many<StreamClient> wakes = Sinks.many()
            .unicast()
            .onBackpressureBuffer(Queues.<StreamClient>one().get());
    private FeedCursor reached;
    private boolean isResync;

    /** @param topics which ones; none for all */
    StreamClient(WorkspaceId workspaceId, Set<String> topics, FeedCursor start) {
        this.workspaceId = workspaceId;
        this.topics = Set.copyOf(topics);
        this.start = start;
        this.reached = start;
    }

    WorkspaceId workspaceId() {
        return workspaceId;
    }

    /** What was handed out before is not in here. */
    FeedCursor start() {
        return start;
    }

    synchronized void offer(List<StreamFrame> frames, FeedCursor upTo) {
        frames.stream().filter(this::wants).forEach(this::add);
        reached = upTo;
    }

    /** Something was missed. */
    synchronized void resync(FeedCursor upTo) {
        waiting.clear();
        isResync = true;
        reached = upTo;
    }

    /** What the client gets; as much at a time as it takes. */
    Flux<StreamEvent> events() {
        return wakes.asFlux().concatMapIterable(StreamClient::drain, 1);
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

    /** Everything that waits; the last one carries the cursor, because only with it all others have arrived. */
    synchronized List<StreamEvent> drain() {
        List<StreamEvent> events = new ArrayList<>(waiting.size() + 1);
        if (isResync) {
            events.add(StreamEvent.of(null, RESYNC, Map.of()));
        }
        waiting.values().forEach(frame -> events.add(new StreamEvent(null, frame.event(), frame.data())));
        if (!events.isEmpty()) {
            StreamEvent last = events.removeLast();
            events.add(new StreamEvent(reached.toString(), last.event(), last.data()));
        }
        waiting.clear();
        isResync = false;
        return events;
    }

    private synchronized boolean hasSomething() {
        return isResync || !waiting.isEmpty();
    }

    private boolean wants(StreamFrame frame) {
        return topics.isEmpty() || topics.contains(frame.topic());
    }

    private void add(StreamFrame frame) {
        frame.mergeInto(waiting);
        if (waiting.size() > MOST_WAITING) {
            resync(reached);
        }
    }
}
