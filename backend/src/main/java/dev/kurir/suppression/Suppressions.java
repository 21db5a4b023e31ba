package dev.kurir.suppression;

import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.EmailAddress;
import dev.kurir.kernel.Slice;
import dev.kurir.kernel.SuppressionId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.platform.feed.Feed;
import dev.kurir.platform.feed.FeedEntry;
import dev.kurir.platform.ids.Cursors;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who must not be mailed, and why. */
@Component
public class Suppressions {
    private final StoredSuppressions suppressions;
    private final ObjectProvider<SuppressionBarrier> barriers;
    private final Cursors cursors;
    private final Feed feed;
    private final TransactionalOperator transaction;

    Suppressions(
            StoredSuppressions suppressions,
            ObjectProvider<SuppressionBarrier> barriers,
            Cursors cursors,
            Feed feed,
            TransactionalOperator transaction) {
        this.suppressions = suppressions;
        this.barriers = barriers;
        this.cursors = cursors;
        this.feed = feed;
        this.transaction = transaction;
    }

    /**
     * From the moment this completes no message to the address gets its intent any more. Do not call it inside a
     * transaction: the barrier must come after the commit.
     */
    public Mono<Suppression> add(WorkspaceId workspace, NewSuppression added, @Nullable String actor) {
        return put(workspace, added, actor).as(transaction::transactional).delayUntil(_ -> barrier());
    }

    /**
     * As {@link #add}, in the caller's transaction: no intent that begins after its commit passes, and nobody waits for
     * those that have begun before.
     */
    public Mono<Suppression> note(WorkspaceId workspace, NewSuppression added) {
        return put(workspace, added, null);
    }

    private Mono<Suppression> put(WorkspaceId workspace, NewSuppression added, @Nullable String actor) {
        return suppressions
                .put(workspace, added)
                .delayUntil(stored -> tell(workspace, "suppressed", stored.email(), stored.reason(), actor));
    }

    /** Allows the address again. */
    public Mono<Void> remove(WorkspaceId workspace, SuppressionId id, String actor) {
        return suppressions
                .remove(workspace, id)
                .switchIfEmpty(Mono.error(() -> DomainException.notFound("suppression")))
                .flatMap(email -> tell(workspace, "unsuppressed", email, null, actor))
                .as(transaction::transactional);
    }

    /** Newest first. {@code search} is a part of the address. */
    public Mono<Slice<Suppression>> page(WorkspaceId workspace, String search, @Nullable String cursor, int limit) {
        return Mono.fromCallable(() -> after(cursor))
                .flatMap(after -> suppressions.page(workspace, search, after.orElse(null), limit + 1))
                .map(rows -> Slice.of(rows, limit, last -> cursors.encode(last.id())));
    }

    public Mono<Long> count(WorkspaceId workspace, String search) {
        return suppressions.count(workspace, search);
    }

    /** Of these addresses those that are suppressed. */
    public Mono<Map<EmailAddress, SuppressionReason>> reasonsFor(
            WorkspaceId workspace, Collection<EmailAddress> addresses) {
        return addresses.isEmpty() ? Mono.just(Map.of()) : suppressions.reasons(workspace, addresses);
    }

    private Optional<SuppressionId> after(@Nullable String cursor) {
        return Optional.ofNullable(cursor)
                .map(text -> cursors.decode(SuppressionId.class, text).id());
    }

    private Mono<Void> barrier() {
        return Flux.fromStream(barriers::orderedStream)
                .concatMap(SuppressionBarrier::await)
                .then();
    }

    private Mono<Void> tell(
            WorkspaceId workspace,
            String type,
            EmailAddress email,
            @Nullable SuppressionReason reason,
            @Nullable String actor) {
        Map<String, String> payload = reason == null
                ? Map.of("email", email.value())
                : Map.of("email", email.value(), "reason", reason.word());
        return feed.publish(FeedEntry.log(workspace, type, FeedEntry.Level.INFO, payload)
                        .by(actor))
                .then(feed.publish(FeedEntry.changed(workspace, "suppression", Map.of())));
    }
}
