package dev.kurir.inbox;

import dev.kurir.inbox.ConversationViews.Counts;
import dev.kurir.inbox.ConversationViews.EntryPlace;
import dev.kurir.inbox.ConversationViews.Place;
import dev.kurir.inbox.ConversationViews.TagCount;
import dev.kurir.kernel.ConversationId;
import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.EntryId;
import dev.kurir.kernel.Slice;
import dev.kurir.platform.feed.Feed;
import dev.kurir.platform.ids.Cursors;
import dev.kurir.platform.web.IfMatch;
import dev.kurir.workspace.Caller;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Conversations as people read and work them. */
@Component
public class Conversations {
    private final ConversationViews views;
    private final ChangedConversations changed;
    private final StoredConversations stored;
    private final ConversationLines lines;
    private final MailErrands errands;
    private final StoredMentions mentions;
    private final Cursors cursors;
    private final Feed feed;
    private final Clock clock;
    private final TransactionalOperator transaction;

    Conversations(
            ConversationViews views,
            ChangedConversations changed,
            StoredConversations stored,
            ConversationLines lines,
            MailErrands errands,
            StoredMentions mentions,
            Cursors cursors,
            Feed feed,
            Clock clock,
            TransactionalOperator transaction) {
        this.views = views;
        this.changed = changed;
        this.stored = stored;
        this.lines = lines;
        this.errands = errands;
        this.mentions = mentions;
        this.cursors = cursors;
        this.feed = feed;
        this.clock = clock;
        this.transaction = transaction;
    }

    public Mono<Slice<ConversationView>> page(
            Caller caller, ConversationFilter filter, @Nullable String cursor, int limit) {
        return Mono.fromCallable(() -> cursor == null ? new Start(null) : new Start(place(cursor)))
                .flatMap(start -> views.page(caller, filter, start.after(), limit + 1))
                .map(rows -> Slice.of(rows, limit, this::cursor));
    }

    private record Start(@Nullable Place after) {}

    /** Of the tag and the team of the filter, all tabs. */
    public Mono<Counts> counts(Caller caller, ConversationFilter filter) {
        return views.counts(caller, filter);
    }

    /** The tags in use, by name. */
    public Mono<List<TagCount>> tags(Caller caller) {
        return views.tags(caller);
    }

    /** Refuses {@code conversation_not_found}, also for those who may not see it. */
    public Mono<ConversationView> get(Caller caller, ConversationId id) {
        return views.find(caller, id).switchIfEmpty(Mono.error(() -> DomainException.notFound("conversation")));
    }

    /** One that something is to be done with; nobody merges it meanwhile. Refuses {@code conversation_merged}. */
    Mono<ConversationView> own(Caller caller, ConversationId id) {
        return changed.hold(caller.workspaceId(), id)
                .then(Mono.defer(() -> get(caller, id)))
                .filter(found -> found.mergedInto() == null)
                .switchIfEmpty(Mono.error(Conversations::merged));
    }

    static DomainException merged() {
        return new DomainException(
                DomainException.Kind.CONFLICT, "conversation_merged", "It is a part of another conversation now.");
    }

    /**
     * @param slice the newest first
     * @param newest the entry that came last, whatever its date says: whoever reads this has seen as far as that
     */
    public record Entries(Slice<EntryView> slice, @Nullable EntryId newest) {}

    public Mono<Entries> entries(Caller caller, ConversationId id, @Nullable String cursor, int limit) {
        return get(caller, id)
                .map(_ -> cursor == null ? new EntryStart(null) : new EntryStart(entryPlace(cursor)))
                // the newest is looked for first: what comes between is shown and counts as not seen, not the other way
                // round
                .zipWhen(_ -> views.newest(id).map(Optional::of).defaultIfEmpty(Optional.empty()))
                .flatMap(asked -> views.entries(
                                caller.workspaceId(), id, asked.getT1().before(), limit + 1)
                        .map(rows -> Slice.of(
                                rows,
                                limit,
                                last -> cursors.encode(last.id(), last.at().toString())))
                        .map(slice -> new Entries(slice, asked.getT2().orElse(null))));
    }

    private record EntryStart(@Nullable EntryPlace before) {}

    /**
     * Does all of it or, where one thing is refused, nothing.
     *
     * @param version what was read, as an {@code If-Match} header has it; null: whatever it is now
     * @param seen the newest entry that the caller has seen: what calls for attention and is newer is neither read nor
     *     done with it; null: whatever there is
     */
    public Mono<ConversationView> change(
            Caller caller,
            ConversationId id,
            List<ConversationChange> changes,
            @Nullable String version,
            @Nullable EntryId seen) {
        return own(caller, id)
                .flatMap(_ -> changed.hold(caller.workspaceId(), id))
                .doOnNext(now -> IfMatch.check(version, now))
                .then(Mono.defer(() -> overlooks(id, seen)))
                .flatMapMany(
                        overlooks -> Flux.fromIterable(changes).filter(change -> !(overlooks && isReading(change))))
                .concatMap(change -> apply(caller, id, change))
                .then(Mono.defer(() -> publish(caller, id, changes)))
                // also for whoever has just given it away
                .then(Mono.defer(() -> views.findAnyway(caller, id)))
                .as(transaction::transactional);
    }

    /** The same with many; how many there were. Ids of nothing are passed over. */
    public Mono<Long> changeAll(Caller caller, List<ConversationId> ids, ConversationChange change) {
        // in one order, so that two who do the same with the same never wait for each other
        return Flux.fromStream(ids.stream().distinct().sorted(Comparator.comparingLong(ConversationId::value)))
                .concatMap(id -> changed.hold(caller.workspaceId(), id).then(Mono.defer(() -> views.find(caller, id))))
                .filter(found -> found.mergedInto() == null)
                // all are held before the first one changes what they share: tags
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(found -> apply(caller, found.id(), change))
                .filter(isDone -> isDone)
                .count()
                .delayUntil(_ -> feed.publish(InboxFeed.changedMany(caller.workspaceId())))
                .as(transaction::transactional);
    }

    /** A mail or a note goes, here and nowhere else; what we sent may be on its way, and is taken back instead. */
    public Mono<Void> removeEntry(Caller caller, ConversationId id, EntryId entry) {
        return changed.hold(caller.workspaceId(), id)
                .then(Mono.defer(() -> get(caller, id)))
                .flatMap(_ -> changed.removeEntry(caller.workspaceId(), id, entry))
                .filter(isGone -> isGone)
                .switchIfEmpty(Mono.error(() -> DomainException.notFound("entry")))
                .then(Mono.defer(() -> changed.refresh(id)))
                .then(Mono.defer(() -> feed.publish(InboxFeed.changed(caller.workspaceId(), id))))
                .as(transaction::transactional);
    }

    /** Who may see it no longer has to hear of it too: without its id, everybody reads their list again. */
    private Mono<Void> publish(Caller caller, ConversationId id, List<ConversationChange> changes) {
        boolean movesOn = changes.stream()
                .anyMatch(change ->
                        change instanceof ConversationChange.Assign || change instanceof ConversationChange.GiveToTeam);
        Mono<Void> others = movesOn ? feed.publish(InboxFeed.changedMany(caller.workspaceId())) : Mono.empty();
        return feed.publish(InboxFeed.changed(caller.workspaceId(), id)).then(others);
    }

    private Mono<Boolean> apply(Caller caller, ConversationId id, ConversationChange change) {
        return lines.of(caller, id, change)
                .flatMap(line -> changed.apply(caller.workspaceId(), id, change)
                        .delayUntil(isDone -> isDone && line.isPresent()
                                ? stored.add(line.get().entry(id, clock.instant(), caller))
                                : Mono.empty()))
                .delayUntil(isDone -> isDone && isReading(change)
                        ? errands.markRead(caller.workspaceId(), id, clock.instant())
                        : Mono.empty())
                // of a mention each knows for themselves; the mails may have been read by somebody else
                .delayUntil(_ -> change.equals(new ConversationChange.MarkRead(true))
                        ? mentions.see(caller, id, clock.instant())
                        : Mono.empty());
    }

    /** Whether something has arrived that the caller has not seen. */
    Mono<Boolean> overlooks(ConversationId id, @Nullable EntryId seen) {
        return seen == null ? Mono.just(false) : changed.hasNewer(id, seen);
    }

    private static boolean isReading(ConversationChange change) {
        return switch (change) {
            case ConversationChange.Done _ -> true;
            case ConversationChange.MarkRead(boolean read) -> read;
            default -> false;
        };
    }

    private String cursor(ConversationView last) {
        return cursors.encode(last.id(), (last.pinned() ? "1" : "0") + last.lastAt());
    }

    private Place place(String cursor) {
        Cursors.Place<ConversationId> place = cursors.decode(ConversationId.class, cursor);
        return new Place(
                place.key().startsWith("1"),
                instant(place.key().substring(Math.min(1, place.key().length()))),
                place.id());
    }

    private EntryPlace entryPlace(String cursor) {
        Cursors.Place<EntryId> place = cursors.decode(EntryId.class, cursor);
        return new EntryPlace(instant(place.key()), place.id());
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException notOurs) {
            throw DomainException.invalid("/cursor", "cursor_invalid", "This cursor is not one of ours: start again.");
        }
    }
}
