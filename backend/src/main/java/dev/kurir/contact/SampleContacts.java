package dev.kurir.contact;

import dev.kurir.kernel.ContactId;
import dev.kurir.kernel.ListId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.platform.feed.Feed;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** People of the sandbox: made together, marked as samples, removed together. */
@Component
public class SampleContacts {
    private final StoredContacts contacts;
    private final StoredSamples samples;
    private final StoredGroups groups;
    private final Feed feed;
    private final TransactionalOperator transaction;

    SampleContacts(
            StoredContacts contacts,
            StoredSamples samples,
            StoredGroups groups,
            Feed feed,
            TransactionalOperator transaction) {
        this.contacts = contacts;
        this.samples = samples;
        this.groups = groups;
        this.feed = feed;
        this.transaction = transaction;
    }

    /** The list they were put on. Somebody who has the address already joins it. */
    public Mono<ListId> add(WorkspaceId workspace, String list, List<ContactDetails> people) {
        return samples.ensureList(workspace, list)
                .delayUntil(id -> fill(workspace, id, people))
                .delayUntil(id -> feed.publish(ContactFeed.changed(workspace, id)))
                .delayUntil(_ -> feed.publish(ContactFeed.changedMany(workspace)))
                .as(transaction::transactional);
    }

    /** Removes all sample contacts and sample lists; how many contacts. */
    public Mono<Long> remove(WorkspaceId workspace) {
        return samples.removeContacts(workspace)
                .delayUntil(_ -> samples.removeLists(workspace))
                .delayUntil(_ -> feed.publish(ContactFeed.changedMany(workspace)))
                .delayUntil(_ -> feed.publish(ContactFeed.changed(workspace, GroupKind.LIST)))
                .as(transaction::transactional);
    }

    private Mono<Long> fill(WorkspaceId workspace, ListId list, List<ContactDetails> people) {
        return Flux.fromIterable(people)
                .concatMap(person -> addOrFind(workspace, person))
                .collectList()
                .flatMap(ids -> join(workspace, list, ids));
    }

    private Mono<ContactId> addOrFind(WorkspaceId workspace, ContactDetails person) {
        return contacts.add(workspace, person, true)
                .switchIfEmpty(Mono.justOrEmpty(person.email()).flatMap(email -> contacts.byAddress(workspace, email)));
    }

    private Mono<Long> join(WorkspaceId workspace, ListId list, List<ContactId> ids) {
        return groups.join(workspace, GroupKind.LIST, List.of(list), ids);
    }
}
