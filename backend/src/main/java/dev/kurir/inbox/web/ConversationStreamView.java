package dev.kurir.inbox.web;

import dev.kurir.inbox.ConversationReaders;
import dev.kurir.kernel.ConversationId;
import dev.kurir.kernel.UserId;
import dev.kurir.platform.feed.FeedRecord;
import dev.kurir.platform.feed.StreamFrame;
import dev.kurir.platform.feed.StreamView;
import dev.kurir.platform.ids.PublicIds;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells those who may see a conversation that it should be read again. */
@Component
class ConversationStreamView implements StreamView {
    private final ConversationReaders readers;
    private final PublicIds ids;

    ConversationStreamView(ConversationReaders readers, PublicIds ids) {
        this.readers = readers;
        this.ids = ids;
    }

    /** As the contract's StreamChange; without an id all should be read again. */
    record ConversationChanged(String kind, @Nullable ConversationId id) {}

    @Override
    public boolean accepts(String type) {
        return type.equals("changed");
    }

    @Override
    public Mono<List<StreamFrame>> frames(List<FeedRecord> records) {
        List<Optional<ConversationId>> changed = records.stream()
                .filter(record ->
                        record.text("kind").filter("conversation"::equals).isPresent())
                .map(record -> id(record.payload().get("id")))
                .distinct()
                .toList();
        List<ConversationId> known = changed.stream().flatMap(Optional::stream).toList();
        return changed.isEmpty()
                ? Mono.empty()
                : readers.of(records.getFirst().workspaceId(), known)
                        .map(of -> changed.stream()
                                .map(id -> frame(id.orElse(null), of))
                                .toList());
    }

    private static StreamFrame frame(@Nullable ConversationId id, Map<ConversationId, Set<UserId>> readers) {
        return new StreamFrame(
                "changed",
                "inbox",
                "conversation " + (id == null ? "" : id.value()),
                id == null ? null : readers.get(id),
                new ConversationChanged("conversation", id));
    }

    /** An id record was written as its public id, a bare key as a number. */
    private Optional<ConversationId> id(@Nullable Object written) {
        return switch (written) {
            case String text -> ids.decode(ConversationId.class, UUID.fromString(text));
            case Number key -> Optional.of(new ConversationId(key.longValue()));
            case null, default -> Optional.empty();
        };
    }
}
