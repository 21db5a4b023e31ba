package dev.kurir.contact;

import dev.kurir.kernel.ContactId;
import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.Id;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.platform.feed.Feed;
import dev.kurir.platform.feed.FeedEntry;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Changes many contacts at once. */
@Component
public class BulkChanges {
    private final StoredContacts contacts;
    private final StoredGroups groups;
    private final Feed feed;
    private final TransactionalOperator transaction;

    BulkChanges(StoredContacts contacts, StoredGroups groups, Feed feed, TransactionalOperator transaction) {
        this.contacts = contacts;
        this.groups = groups;
        this.feed = feed;
        this.transaction = transaction;
    }

    /** How many were really changed. Ids of nobody are passed over. */
    public Mono<Long> apply(WorkspaceId workspace, List<ContactId> ids, BulkAction action, String actor) {
        return switch (action) {
            case BulkAction.Join(Id group) -> join(workspace, ids, group);
            case BulkAction.Leave(Id group) -> leave(workspace, ids, group);
            case BulkAction.Remove() -> remove(workspace, ids, actor);
        };
    }

    private Mono<Long> join(WorkspaceId workspace, List<ContactId> ids, Id group) {
        return requireGroup(workspace, group)
                .then(contacts.known(workspace, ids))
                .flatMap(known -> groups.join(workspace, GroupKind.of(group), List.of(group), known))
                .delayUntil(_ -> tell(workspace, group))
                .as(transaction::transactional);
    }

    private Mono<Long> leave(WorkspaceId workspace, List<ContactId> ids, Id group) {
        return requireGroup(workspace, group)
                .then(groups.leave(workspace, group, ids))
                .delayUntil(_ -> tell(workspace, group))
                .as(transaction::transactional);
    }

    private Mono<Long> remove(WorkspaceId workspace, List<ContactId> ids, String actor) {
        return contacts.remove(workspace, ids)
                .delayUntil(removed -> feed.publish(
                        FeedEntry.log(workspace, "contacts_removed", FeedEntry.Level.INFO, Map.of("contacts", removed))
                                .by(actor)))
                .delayUntil(_ -> feed.publish(ContactFeed.changedMany(workspace)))
                .as(transaction::transactional);
    }

    private Mono<Void> requireGroup(WorkspaceId workspace, Id group) {
        String word = GroupKind.of(group).word();
        return groups.find(workspace, group)
                .switchIfEmpty(Mono.error(() ->
                        DomainException.invalid("/target", word + "_not_found", "There is no such " + word + ".")))
                .then();
    }

    private Mono<Void> tell(WorkspaceId workspace, Id group) {
        return feed.publish(ContactFeed.changedMany(workspace))
                .then(feed.publish(ContactFeed.changed(workspace, group)));
    }
}
