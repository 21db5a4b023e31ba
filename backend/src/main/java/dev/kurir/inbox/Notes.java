package dev.kurir.inbox;

import dev.kurir.inbox.StoredConversations.NewEntry;
import dev.kurir.inbox.StoredMentions.Reader;
import dev.kurir.kernel.ConversationId;
import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.EntryId;
import dev.kurir.kernel.UserId;
import dev.kurir.platform.feed.Feed;
import dev.kurir.workspace.Caller;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** What colleagues write to each other in a conversation; the other side never sees it. */
@Component
public class Notes {
    private static final int MOST = 20_000;

    private final Conversations conversations;
    private final ConversationViews views;
    private final StoredConversations stored;
    private final StoredMentions mentions;
    private final Feed feed;
    private final Clock clock;
    private final TransactionalOperator transaction;

    Notes(
            Conversations conversations,
            ConversationViews views,
            StoredConversations stored,
            StoredMentions mentions,
            Feed feed,
            Clock clock,
            TransactionalOperator transaction) {
        this.conversations = conversations;
        this.views = views;
        this.stored = stored;
        this.mentions = mentions;
        this.feed = feed;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** The others who may see the conversation, by name: whoever can be mentioned in it. */
    public Mono<List<Reader>> colleagues(Caller caller, ConversationId id) {
        return conversations.get(caller, id).flatMap(_ -> others(caller, id));
    }

    /** Refuses {@code not_mentionable}: somebody is mentioned who may not see it, or is nobody else. */
    public Mono<EntryView> add(Caller caller, ConversationId id, String text, List<UserId> mentioned) {
        if (text.isBlank() || text.length() > MOST) {
            throw DomainException.invalid("/text", "invalid", "A note has 1 to 20,000 characters.");
        }
        return conversations
                .own(caller, id)
                .delayUntil(_ -> requireMentionable(caller, id, mentioned))
                .flatMap(conversation -> write(caller, conversation, text, mentioned))
                .delayUntil(_ -> feed.publish(InboxFeed.changed(caller.workspaceId(), id)))
                .flatMap(entry -> views.entry(caller.workspaceId(), id, entry))
                .as(transaction::transactional);
    }

    private Mono<EntryId> write(Caller caller, ConversationView conversation, String text, List<UserId> mentioned) {
        Mono<EntryId> written = stored.add(note(caller, conversation.id(), text));
        return mentioned.isEmpty()
                ? written
                : written.delayUntil(entry -> mentions.add(caller.workspaceId(), entry, mentioned))
                        .delayUntil(_ -> feed.publish(InboxFeed.mentioned(caller, conversation, mentioned)));
    }

    private NewEntry note(Caller caller, ConversationId id, String text) {
        return new NewEntry(
                id,
                clock.instant(),
                EntryKind.NOTE,
                null,
                caller.userId(),
                caller.name(),
                text.strip(),
                Map.of(),
                text,
                Placing.snippet(text),
                false,
                false);
    }

    private Mono<List<Reader>> others(Caller caller, ConversationId id) {
        return mentions.readers(caller.workspaceId(), id)
                .map(readers -> readers.stream()
                        .filter(reader -> !reader.id().equals(caller.userId()))
                        .toList());
    }

    private Mono<Void> requireMentionable(Caller caller, ConversationId id, List<UserId> mentioned) {
        return mentioned.isEmpty()
                ? Mono.empty()
                : others(caller, id)
                        .doOnNext(others -> requireAllOf(
                                mentioned, others.stream().map(Reader::id).toList()))
                        .then();
    }

    private static void requireAllOf(List<UserId> mentioned, List<UserId> others) {
        for (int at = 0; at < mentioned.size(); at++) {
            if (!others.contains(mentioned.get(at))) {
                throw DomainException.invalid(
                        "/mentions/" + at,
                        "not_mentionable",
                        "Only colleagues who may see the conversation can be mentioned in it.");
            }
        }
    }
}
