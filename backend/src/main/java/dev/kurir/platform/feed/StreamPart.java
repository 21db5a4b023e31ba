package dev.kurir.platform.feed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events that leave together: what was read at once, or what waited for a slow client. All clients that get the same
 * share it, the work of merging it, and its octets.
 */
public final class StreamPart {
    static final int MOST = 256;

    private final boolean isResync;
    private final List<StreamFrame> frames;
    private final @Nullable FeedCursor upTo;
    private byte @Nullable [] octets;
    private @Nullable StreamPart newer;
    private @Nullable StreamPart together;

    private StreamPart(boolean isResync, List<StreamFrame> frames, @Nullable FeedCursor upTo) {
        this.isResync = isResync;
        this.frames = frames;
        this.upTo = upTo;
    }

    /** One event that does not come from the feed. */
    public static StreamPart of(String event, Object data, @Nullable FeedCursor upTo) {
        return new StreamPart(false, List.of(new StreamFrame(event, "", null, data)), upTo);
    }

    /** Frames with the same key become one; too many become one {@code resync}. */
    static StreamPart of(List<StreamFrame> frames, FeedCursor upTo) {
        return part(false, frames, upTo);
    }

    static StreamPart nothing(FeedCursor upTo) {
        return new StreamPart(false, List.of(), upTo);
    }

    /** Something was missed. */
    static StreamPart resync(FeedCursor upTo) {
        return new StreamPart(true, List.of(), upTo);
    }

    boolean isEmpty() {
        return frames.isEmpty() && !isResync;
    }

    /** This and what came after it, in one. Whoever asks for the same again gets the same. */
    synchronized StreamPart then(StreamPart next) {
        if (isEmpty() || next.isResync) {
            return next;
        }
        if (together == null || newer != next) {
            newer = next;
            together = part(
                    isResync,
                    Stream.concat(frames.stream(), next.frames.stream()).toList(),
                    next.upTo);
        }
        return together;
    }

    /** The last one carries the cursor, because only with it all others have arrived. */
    public List<StreamEvent> events() {
        List<StreamEvent> events = new ArrayList<>();
        if (isResync) {
            events.add(new StreamEvent(null, "resync", Map.of()));
        }
        frames.forEach(frame -> events.add(new StreamEvent(null, frame.event(), frame.data())));
        if (!events.isEmpty() && upTo != null) {
            StreamEvent last = events.removeLast();
            events.add(new StreamEvent(upTo.toString(), last.event(), last.data()));
        }
        return events;
    }

    /** As UTF-8 of an event stream; not to be changed. */
    public synchronized byte[] octets(JsonMapper json) {
        if (octets == null) {
            StringBuilder text = new StringBuilder();
            events().forEach(event -> event.write(text, json));
            octets = text.toString().getBytes(StandardCharsets.UTF_8);
        }
        return octets;
    }

    private static StreamPart part(boolean isResync, List<StreamFrame> all, @Nullable FeedCursor upTo) {
        List<StreamFrame> merged = StreamFrame.merged(all);
        return merged.size() > MOST ? new StreamPart(true, List.of(), upTo) : new StreamPart(isResync, merged, upTo);
    }
}
