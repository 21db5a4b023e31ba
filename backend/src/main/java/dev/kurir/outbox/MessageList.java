package dev.kurir.outbox;

import dev.kurir.kernel.MessageId;
import dev.kurir.kernel.Slice;
import dev.kurir.kernel.WorkspaceId;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The messages as people read them in lists: each with the subject that its recipient sees. */
@Component
public class MessageList {
    private final MessageViews views;
    private final CompiledDrafts drafts;

    MessageList(MessageViews views, CompiledDrafts drafts) {
        this.views = views;
        this.drafts = drafts;
    }

    /** @param after the cursor of the page before: a number of the order that the list is in */
    public Mono<Slice<MessageView>> page(WorkspaceId workspace, MessageFilter filter, @Nullable Long after, int limit) {
        return views.list(workspace, filter, after, limit)
                .flatMap(slice -> readable(slice.items()).map(items -> new Slice<>(items, slice.next())));
    }

    public Mono<MessageView> find(WorkspaceId workspace, MessageId id) {
        return views.find(workspace, id).flatMap(this::readable);
    }

    public Mono<List<MessageView>> find(WorkspaceId workspace, Collection<MessageId> ids) {
        return views.find(workspace, ids).flatMap(this::readable);
    }

    private Mono<List<MessageView>> readable(List<MessageView> messages) {
        return Flux.fromIterable(messages).concatMap(this::readable).collectList();
    }

    /** Drafts are kept compiled; only the first message of each costs more than a lookup. */
    private Mono<MessageView> readable(MessageView message) {
        MessageViews.Frozen frozen = message.frozen();
        return drafts.load(frozen.draftId())
                .map(draft -> message.withSubject(draft.subject(frozen.inputs())))
                .defaultIfEmpty(message);
    }
}
