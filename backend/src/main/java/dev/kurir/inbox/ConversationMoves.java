package dev.kurir.inbox;

import dev.kurir.inbox.MovedConversations.Outcome;
import dev.kurir.inbox.mime.Person;
import dev.kurir.kernel.ConversationId;
import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.DomainException.Kind;
import dev.kurir.kernel.EntryId;
import dev.kurir.kernel.MoveId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.platform.feed.Feed;
import dev.kurir.workspace.Caller;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Conversations become one, or two, and back. What a merged one is like stands at {@code merge_conversations}, what two
 * are like at {@code split_conversation}.
 */
@Component
public class ConversationMoves {
    private final Conversations conversations;
    private final ConversationViews views;
    private final MovedConversations moved;
    private final Feed feed;
    private final Clock clock;
    private final TransactionalOperator transaction;

    ConversationMoves(
            Conversations conversations,
            ConversationViews views,
            MovedConversations moved,
            Feed feed,
            Clock clock,
            TransactionalOperator transaction) {
        this.conversations = conversations;
        this.views = views;
        this.moved = moved;
        this.feed = feed;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** @param move to take it back by */
    public record Moved(MoveId move, ConversationView conversation) {}

    /**
     * All of them in the first one. Refuses {@code conversation_merged}, and conversations of {@code other_account}s.
     */
    public Mono<Moved> merge(Caller caller, ConversationId kept, List<ConversationId> ids) {
        List<ConversationId> others =
                ids.stream().distinct().filter(id -> !id.equals(kept)).toList();
        if (others.isEmpty()) {
            throw DomainException.invalid("/ids", "empty", "Choose another conversation to merge with.");
        }
        return Flux.concat(Flux.just(kept), Flux.fromIterable(others))
                .concatMap(id -> conversations.get(caller, id))
                .collectList()
                .doOnNext(ConversationMoves::requireOneAccount)
                .then(Mono.defer(() -> moved.merge(caller, kept, others, clock.instant())))
                .delayUntil(_ -> changed(caller.workspaceId(), Stream.concat(Stream.of(kept), others.stream())))
                .flatMap(outcome -> seen(caller, outcome))
                .as(transaction::transactional);
    }

    private static void requireOneAccount(List<ConversationView> all) {
        long accounts = all.stream().map(ConversationView::accountId).distinct().count();
        if (accounts > 1) {
            throw new DomainException(
                    Kind.CONFLICT, "other_account", "Only conversations of one account can become one.");
        }
    }

    /**
     * The entry and the later ones in a conversation of their own, about what the entry says. Refuses
     * {@code split_first}: nothing would stay.
     */
    public Mono<Moved> split(Caller caller, ConversationId from, EntryId entry) {
        return conversations
                .get(caller, from)
                .flatMap(old -> views.entry(caller.workspaceId(), from, entry)
                        .switchIfEmpty(Mono.error(() -> DomainException.notFound("entry")))
                        .flatMap(first -> moved.split(
                                caller, from, entry, subject(first, old), person(first, old), clock.instant())))
                .delayUntil(outcome -> changed(
                        caller.workspaceId(),
                        Stream.of(from, Objects.requireNonNullElse(outcome.conversation(), from))))
                .flatMap(outcome -> seen(caller, outcome))
                .as(transaction::transactional);
    }

    /** Refuses {@code undo_too_late} where something else was changed since. */
    public Mono<ConversationView> undo(Caller caller, MoveId move) {
        return moved.undo(caller.workspaceId(), move)
                .switchIfEmpty(Mono.error(() -> new DomainException(
                        Kind.CONFLICT, "undo_too_late", "Something else was changed since: it cannot be undone.")))
                .delayUntil(all -> changed(caller.workspaceId(), all.stream()))
                .flatMap(all -> conversations.get(caller, all.getFirst()))
                .as(transaction::transactional);
    }

    private static String subject(EntryView entry, ConversationView old) {
        String own = switch (entry) {
            case EntryView mail
            when mail.mail() != null -> Objects.requireNonNull(mail.mail()).subject();
            case EntryView written when written.data().get("subject") instanceof String subject -> subject;
            default -> "";
        };
        String bare = SubjectKeys.bare(own);
        return bare.isEmpty() ? old.subject() : bare;
    }

    private static Person person(EntryView entry, ConversationView old) {
        EntryView.MailView mail = entry.mail();
        return mail != null && entry.kind() == EntryKind.RECEIVED ? mail.from() : old.person();
    }

    private Mono<Moved> seen(Caller caller, Outcome outcome) {
        if (outcome.refusal() != null) {
            throw refusal(outcome.refusal());
        }
        return conversations
                .get(caller, Objects.requireNonNull(outcome.conversation()))
                .map(view -> new Moved(Objects.requireNonNull(outcome.move()), view));
    }

    private static DomainException refusal(String word) {
        return switch (word) {
            case "first" ->
                new DomainException(
                        Kind.CONFLICT, "split_first", "It is the first one: nothing would stay in the conversation.");
            case "merged" -> Conversations.merged();
            default -> DomainException.notFound("entry");
        };
    }

    private Mono<Void> changed(WorkspaceId workspace, Stream<ConversationId> ids) {
        return Flux.fromStream(ids.distinct())
                .concatMap(id -> feed.publish(InboxFeed.changed(workspace, id)))
                // who cannot see it any more
                .then(Mono.defer(() -> feed.publish(InboxFeed.changedMany(workspace))));
    }
}
