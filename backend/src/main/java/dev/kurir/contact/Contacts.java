package dev.kurir.contact;

import dev.kurir.kernel.ContactId;
import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.EmailAddress;
import dev.kurir.kernel.Slice;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.platform.feed.Feed;
import dev.kurir.platform.ids.Cursors;
import dev.kurir.platform.web.IfMatch;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** The people we may mail. */
@Component
public class Contacts {
    private final StoredContacts contacts;
    private final Memberships memberships;
    private final SuppressedMarks marks;
    private final Cursors cursors;
    private final Feed feed;
    private final TransactionalOperator transaction;

    Contacts(
            StoredContacts contacts,
            Memberships memberships,
            SuppressedMarks marks,
            Cursors cursors,
            Feed feed,
            TransactionalOperator transaction) {
        this.contacts = contacts;
        this.memberships = memberships;
        this.marks = marks;
        this.cursors = cursors;
        this.feed = feed;
        this.transaction = transaction;
    }

    public Mono<Slice<Contact>> page(
            WorkspaceId workspace, ContactFilter filter, ContactSort sort, @Nullable String cursor, int limit) {
        return Mono.fromCallable(() -> Optional.ofNullable(cursor).map(text -> cursors.decode(ContactId.class, text)))
                .flatMap(after -> contacts.page(workspace, filter, sort, after.orElse(null), limit + 1))
                .map(rows -> Slice.of(
                        rows, limit, last -> cursors.encode(last.contact().id(), last.key())))
                .flatMap(page -> marks.mark(workspace, page.map(StoredContacts.Sorted::contact)));
    }

    public Mono<Long> count(WorkspaceId workspace, ContactFilter filter) {
        return contacts.count(workspace, filter);
    }

    public Mono<Contact> get(WorkspaceId workspace, ContactId id) {
        return contacts.find(workspace, id)
                .switchIfEmpty(Mono.error(() -> DomainException.notFound("contact")))
                .flatMap(contact -> marks.mark(workspace, contact));
    }

    /** Empty where nobody has it. */
    public Mono<Contact> byAddress(WorkspaceId workspace, EmailAddress address) {
        return contacts.byAddress(workspace, address).flatMap(id -> contacts.find(workspace, id));
    }

    /** Refuses {@code contact_exists} where somebody has the address. */
    public Mono<Contact> add(WorkspaceId workspace, NewContact added) {
        return Mono.fromRunnable(() -> ContactRules.check(added.details()))
                .then(contacts.add(workspace, added.details(), false))
                .switchIfEmpty(Mono.error(Contacts::exists))
                .delayUntil(id -> memberships.replace(workspace, id, added.lists(), added.tags()))
                .delayUntil(id -> feed.publish(ContactFeed.changed(workspace, id)))
                .flatMap(id -> get(workspace, id))
                .as(transaction::transactional);
    }

    /** {@code ifMatch} is the version that was read, null where any will do. */
    public Mono<Contact> change(WorkspaceId workspace, ContactId id, ContactChange change, @Nullable String ifMatch) {
        return get(workspace, id)
                .doOnNext(stored -> IfMatch.check(ifMatch, stored.version()))
                .flatMap(stored -> write(workspace, stored, change.details().apply(stored.details())))
                .delayUntil(_ -> memberships.replace(workspace, id, change.lists(), change.tags()))
                .delayUntil(_ -> feed.publish(ContactFeed.changed(workspace, id)))
                .flatMap(_ -> get(workspace, id))
                .as(transaction::transactional);
    }

    public Mono<Void> remove(WorkspaceId workspace, ContactId id) {
        return contacts.remove(workspace, List.of(id))
                .filter(removed -> removed > 0)
                .switchIfEmpty(Mono.error(() -> DomainException.notFound("contact")))
                .flatMap(_ -> feed.publish(ContactFeed.changed(workspace, id)))
                .as(transaction::transactional);
    }

    /**
     * Names usable in templates: of contacts with how many have a value, of account and links with how many there are.
     */
    public Mono<List<Field>> fields(WorkspaceId workspace) {
        return Mono.zip(contacts.fields(workspace), count(workspace, ContactFilter.EVERYBODY), Contacts::withOthers);
    }

    private static List<Field> withOthers(List<Field> own, long everybody) {
        Stream<Field> others = Stream.of(
                new Field("account.name", Field.Kind.ACCOUNT, everybody),
                new Field("account.email", Field.Kind.ACCOUNT, everybody),
                new Field("unsubscribe_url", Field.Kind.LINK, everybody));
        return Stream.concat(own.stream(), others).toList();
    }

    private Mono<ContactId> write(WorkspaceId workspace, Contact stored, ContactDetails details) {
        ContactRules.check(details);
        return contacts.replace(workspace, stored.id(), stored.version(), details)
                .switchIfEmpty(Mono.error(IfMatch::stale));
    }

    static DomainException exists() {
        return new DomainException(
                DomainException.Kind.CONFLICT, "contact_exists", "Another contact has this address already.");
    }
}
