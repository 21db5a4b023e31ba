package dev.kurir.inbox;

import dev.kurir.inbox.StoredDrafts.Kept;
import dev.kurir.kernel.ConversationId;
import dev.kurir.platform.feed.Feed;
import dev.kurir.workspace.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** What people have begun to answer: each has their own, on every device, and colleagues see that somebody writes. */
@Component
public class ReplyDrafts {
    /** So long after the last word somebody counts as writing; in between colleagues are told again. */
    public static final Duration WRITING = Duration.ofSeconds(60);

    private final Conversations conversations;
    private final StoredDrafts stored;
    private final Feed feed;
    private final Clock clock;
    private final TransactionalOperator transaction;

    ReplyDrafts(
            Conversations conversations,
            StoredDrafts stored,
            Feed feed,
            Clock clock,
            TransactionalOperator transaction) {
        this.conversations = conversations;
        this.stored = stored;
        this.feed = feed;
        this.clock = clock;
        this.transaction = transaction;
    }

    public Mono<Kept> of(Caller caller, ConversationId id) {
        Instant since = clock.instant().minus(WRITING);
        return conversations.get(caller, id).flatMap(_ -> stored.of(caller.workspaceId(), id, caller.userId(), since));
    }

    /** @param content JSON */
    public Mono<Void> keep(Caller caller, ConversationId id, String content) {
        Instant quiet = clock.instant().minus(WRITING.dividedBy(2));
        return conversations
                .own(caller, id)
                .flatMap(_ -> stored.keep(caller.workspaceId(), id, caller.userId(), content, quiet))
                .filter(isNews -> isNews)
                .flatMap(_ -> feed.publish(InboxFeed.changed(caller.workspaceId(), id)))
                .as(transaction::transactional);
    }

    public Mono<Void> forget(Caller caller, ConversationId id) {
        return conversations
                .get(caller, id)
                .flatMap(_ -> stored.forget(caller.workspaceId(), id, caller.userId()))
                .filter(wasThere -> wasThere)
                .flatMap(_ -> feed.publish(InboxFeed.changed(caller.workspaceId(), id)))
                .as(transaction::transactional);
    }
}
