package dev.kurir.inbox.web;

import dev.kurir.inbox.ConversationReaders;
import dev.kurir.kernel.ConversationId;
import dev.kurir.kernel.Id;
import dev.kurir.kernel.UserId;
import dev.kurir.platform.feed.FeedRecord;
import dev.kurir.platform.feed.StreamFrame;
import dev.kurir.platform.feed.StreamView;
import dev.kurir.platform.ids.PublicIds;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells colleagues that somebody mentions them, as long as they may see where. */
@Component
class MentionStreamView implements StreamView {
    private final ConversationReaders readers;
    private final PublicIds ids;

    MentionStreamView(ConversationReaders readers, PublicIds ids) {
        this.readers = readers;
        this.ids = ids;
    }

    /** As the contract's StreamMention: a client whose user is not among them says nothing. */
    record Mentioned(ConversationId conversationId, Set<UserId> users, String by, String subject) {}

    @Override
    public boolean accepts(String type) {
        return type.equals("mention");
    }

    @Override
    public Mono<List<StreamFrame>> frames(List<FeedRecord> records) {
        List<Mentioned> all =
                records.stream().flatMap(record -> mentioned(record).stream()).toList();
        List<ConversationId> conversations =
                all.stream().map(Mentioned::conversationId).distinct().toList();
        return readers.of(records.getFirst().workspaceId(), conversations)
                .map(of -> all.stream().map(one -> frame(one, of)).toList());
    }

    private static StreamFrame frame(Mentioned one, Map<ConversationId, Set<UserId>> readers) {
        @Nullable Set<UserId> may = readers.get(one.conversationId());
        Set<UserId> told = one.users().stream()
                .filter(user -> may == null || may.contains(user))
                .collect(Collectors.toUnmodifiableSet());
        return new StreamFrame("mention", "inbox", null, told, one);
    }

    private Optional<Mentioned> mentioned(FeedRecord record) {
        return id(ConversationId.class, record.payload().get("conversation"))
                .map(conversation -> new Mentioned(
                        conversation,
                        users(record.payload().get("users")),
                        Objects.requireNonNullElse(record.actor(), ""),
                        record.text("subject").orElse("")));
    }

    private Set<UserId> users(@Nullable Object written) {
        Stream<?> all = written instanceof List<?> list ? list.stream() : Stream.empty();
        return all.flatMap(user -> id(UserId.class, user).stream()).collect(Collectors.toUnmodifiableSet());
    }

    private <T extends Id> Optional<T> id(Class<T> type, @Nullable Object written) {
        return written instanceof String text ? ids.decode(type, UUID.fromString(text)) : Optional.empty();
    }
}
