package dev.kurir.platform.feed;

import org.jspecify.annotations.Nullable;

/**
 * One event of a client's stream.
 *
 * @param id the cursor to come back with; on the last event of those that were sent together
 */
public record StreamEvent(@Nullable String id, String event, StreamData data) {
    public static StreamEvent of(@Nullable String id, String event, Object data) {
        return new StreamEvent(id, event, new StreamData(data));
    }
}
