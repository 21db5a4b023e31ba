package dev.kurir.acceptance;

import dev.kurir.kernel.UserId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.platform.feed.FeedStream;
import dev.kurir.platform.feed.StreamAudience;
import dev.kurir.platform.ids.PublicIds;
import dev.kurir.testing.Colleague;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import reactor.core.Disposable;
import tools.jackson.databind.json.JsonMapper;

/** What the live feed tells whoever has the inbox and the log open, as lines of the stream. */
final class OpenScreens implements AutoCloseable {
    private final ApplicationContext context;
    private final WorkspaceId workspace;
    private final List<Disposable> streams = new ArrayList<>();

    OpenScreens(ApplicationContext context, WorkspaceId workspace) {
        this.context = context;
        this.workspace = workspace;
    }

    Queue<String> of(Colleague agent) {
        UUID id = UUID.fromString(agent.id());
        return open(context.getBean(PublicIds.class).decode(UserId.class, id).orElseThrow());
    }

    Queue<String> ofTheOwner() {
        return open(null);
    }

    private Queue<String> open(@Nullable UserId agent) {
        JsonMapper json = context.getBean(JsonMapper.class);
        Queue<String> heard = new ConcurrentLinkedQueue<>();
        streams.add(context.getBean(FeedStream.class)
                .open(new StreamAudience(workspace, Set.of("inbox", "log"), agent), null)
                .subscribe(part -> heard.add(new String(part.octets(json), StandardCharsets.UTF_8))));
        return heard;
    }

    @Override
    public void close() {
        streams.forEach(Disposable::dispose);
    }
}
