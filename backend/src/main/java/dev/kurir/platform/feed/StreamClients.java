package dev.kurir.platform.feed;

import dev.kurir.kernel.WorkspaceId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Who listens on this node, and how far the feed was handed out to them. Both change together. */
final class StreamClients {
    private final Set<StreamClient> clients = new HashSet<>();
    private FeedCursor position = new FeedCursor(0, 0);

    synchronized StreamClient add(StreamAudience audience) {
        StreamClient client = new StreamClient(audience, position);
        clients.add(client);
        return client;
    }

    synchronized void remove(StreamClient client) {
        clients.remove(client);
    }

    synchronized int count() {
        return clients.size();
    }

    synchronized FeedCursor position() {
        return position;
    }

    /** Jumps there: whoever listens already has missed what lies between. */
    synchronized void startAt(FeedCursor start) {
        position = start;
        StreamPart missed = StreamPart.resync(start);
        clients.forEach(client -> client.offer(missed));
    }

    synchronized Set<WorkspaceId> workspaces() {
        return clients.stream().map(client -> client.audience().workspaceId()).collect(Collectors.toSet());
    }

    /**
     * Hands out what a page shows to whom.
     *
     * @param frames by workspace; a workspace of the page that is missing here was not looked at, because nobody
     *     listened or because it failed: whoever listens now has missed it
     */
    synchronized void advance(FeedPage page, Map<WorkspaceId, List<StreamFrame>> frames) {
        Set<WorkspaceId> concerned =
                page.records().stream().map(FeedRecord::workspaceId).collect(Collectors.toSet());
        Map<StreamAudience, StreamPart> parts = new HashMap<>();
        for (StreamClient client : clients) {
            client.offer(parts.computeIfAbsent(client.audience(), audience -> {
                WorkspaceId workspace = audience.workspaceId();
                return concerned.contains(workspace) && !frames.containsKey(workspace)
                        ? StreamPart.resync(page.next())
                        : audience.part(frames.getOrDefault(workspace, List.of()), page.next());
            }));
        }
        position = page.next();
    }

    void wake() {
        copy().forEach(StreamClient::wake);
    }

    void close() {
        copy().forEach(StreamClient::close);
    }

    private synchronized List<StreamClient> copy() {
        return List.copyOf(clients);
    }
}
