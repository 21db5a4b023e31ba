package dev.kurir.platform.feed;

import dev.kurir.kernel.UserId;
import dev.kurir.kernel.WorkspaceId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Clients that get the same.
 *
 * @param topics which ones; none for all
 * @param reader who may not know of everything; null: somebody who may
 */
public record StreamAudience(
        WorkspaceId workspaceId,
        Set<String> topics,
        @Nullable UserId reader) {
    public StreamAudience {
        topics = Set.copyOf(topics);
    }

    /** Those who may know of everything. */
    public StreamAudience(WorkspaceId workspaceId, Set<String> topics) {
        this(workspaceId, topics, null);
    }

    StreamPart part(List<StreamFrame> frames, FeedCursor upTo) {
        return StreamPart.of(frames.stream().filter(this::wants).toList(), upTo);
    }

    private boolean wants(StreamFrame frame) {
        return (topics.isEmpty() || topics.contains(frame.topic()))
                && (frame.readers() == null || reader == null || frame.readers().contains(reader));
    }
}
