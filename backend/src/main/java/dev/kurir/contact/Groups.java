package dev.kurir.contact;

import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.Id;
import dev.kurir.kernel.SingleLine;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.platform.feed.Feed;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Lists and tags. */
@Component
public class Groups {
    private final StoredGroups groups;
    private final Feed feed;
    private final TransactionalOperator transaction;

    Groups(StoredGroups groups, Feed feed, TransactionalOperator transaction) {
        this.groups = groups;
        this.feed = feed;
        this.transaction = transaction;
    }

    /** By name. */
    public Mono<List<Group>> all(WorkspaceId workspace, GroupKind kind) {
        return groups.all(workspace, kind);
    }

    /** Refuses {@code list_exists} or {@code tag_exists}. */
    public Mono<Group> add(WorkspaceId workspace, GroupKind kind, String name) {
        return groups.add(workspace, kind, clean(name))
                .switchIfEmpty(Mono.error(() -> exists(kind)))
                .delayUntil(group -> feed.publish(ContactFeed.changed(workspace, group.id())))
                .as(transaction::transactional);
    }

    public Mono<Group> rename(WorkspaceId workspace, Id id, String name) {
        return groups.rename(workspace, id, clean(name))
                .switchIfEmpty(Mono.error(() -> notFound(id)))
                .delayUntil(_ -> feed.publish(ContactFeed.changed(workspace, id)))
                .flatMap(_ -> groups.find(workspace, id))
                .as(transaction::transactional);
    }

    /** The contacts stay. */
    public Mono<Void> remove(WorkspaceId workspace, Id id) {
        return groups.remove(workspace, id)
                .switchIfEmpty(Mono.error(() -> notFound(id)))
                .flatMap(_ -> feed.publish(ContactFeed.changed(workspace, id)))
                .then(feed.publish(ContactFeed.changedMany(workspace)))
                .as(transaction::transactional);
    }

    static DomainException exists(GroupKind kind) {
        return new DomainException(
                DomainException.Kind.CONFLICT,
                kind.word() + "_exists",
                "There is a " + kind.word() + " of this name already.");
    }

    private static DomainException notFound(Id id) {
        return DomainException.notFound(GroupKind.of(id).word());
    }

    private static String clean(String name) {
        return SingleLine.require("/name", name.strip());
    }
}
