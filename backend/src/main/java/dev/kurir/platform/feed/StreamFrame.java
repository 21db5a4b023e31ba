package dev.kurir.platform.feed;

import dev.kurir.kernel.UserId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a client sees of something that happened.
 *
 * @param event name of the event in the stream
 * @param topic outbox, campaigns, accounts, contacts, inbox or log: a client may choose among them
 * @param key frames of the same event and key become one while they wait; null: each stands for itself
 * @param readers who of those who may not know of everything hears of it; null: all of them
 * @param data becomes JSON; a {@link Mergeable} one merges, any other is replaced by the newer
 */
public record StreamFrame(
        String event,
        String topic,
        @Nullable String key,
        @Nullable Set<UserId> readers,
        Object data) {
    public StreamFrame(String event, String topic, @Nullable String key, Object data) {
        this(event, topic, key, null, data);
    }

    /** Data that is not simply replaced by newer data. */
    public interface Mergeable {
        /** This and what came after it, in one. */
        Object mergedWith(Object newer);
    }

    /** Those of one event and key become one, at the place of the newest. */
    static List<StreamFrame> merged(List<StreamFrame> frames) {
        Map<Object, StreamFrame> merged = new LinkedHashMap<>();
        frames.forEach(frame -> frame.mergeInto(merged));
        return List.copyOf(merged.values());
    }

    private void mergeInto(Map<Object, StreamFrame> waiting) {
        Object place = key == null ? new Object() : event + " " + key;
        StreamFrame before = waiting.remove(place);
        waiting.put(place, before == null ? this : before.mergedWith(this));
    }

    private StreamFrame mergedWith(StreamFrame newer) {
        return data instanceof Mergeable older
                ? new StreamFrame(event, topic, key, newer.readers, older.mergedWith(newer.data))
                : newer;
    }
}
