package dev.kurir.platform.feed;

import org.jspecify.annotations.Nullable;

/**
 * What a client sees of something that happened.
 *
 * @param event name of the event in the stream
 * @param topic outbox, campaigns, accounts, contacts or log: a client may choose among them
 * @param key frames of the same event and key become one while they wait; null: each stands for itself
 * @param data becomes JSON; a {@link Mergeable} one merges, any other is replaced by the newer
 */
public record StreamFrame(
        String event, String topic, @Nullable String key, Object data) {

    /** Data that is not simply replaced by newer data. */
    public interface Mergeable {
        /** This and what came after it, in one. */
        Object mergedWith(Object newer);
    }

    StreamFrame mergedWith(StreamFrame newer) {
        return data instanceof Mergeable older
                ? new StreamFrame(event, topic, key, older.mergedWith(newer.data))
                : newer;
    }
}
