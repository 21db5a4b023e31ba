package dev.kurir.platform.feed;

import dev.kurir.kernel.WorkspaceId;
import java.util.List;
import java.util.Set;

/**
 * Clients that get the same.
 *
 * @param topics which ones; none for all
 */
record StreamAudience(WorkspaceId workspaceId, Set<String> topics) {
    StreamAudience {
        topics = Set.copyOf(topics);
    }

    StreamPart part(List<StreamFrame> frames, FeedCursor upTo) {
        return StreamPart.of(frames.stream().filter(this::wants).toList(), upTo);
    }

    private boolean wants(StreamFrame frame) {
        return topics.isEmpty() || topics.contains(frame.topic());
    }
}
