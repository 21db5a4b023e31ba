package dev.kurir.contact;

import dev.kurir.kernel.ContactId;
import dev.kurir.kernel.EmailAddress;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.platform.ids.Cursors.Place;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The contacts of a workspace; {@code suppressed} is not known here. */
public interface StoredContacts {
    /** A contact and the text it was sorted by. */
    record Sorted(Contact contact, String key) {}

    Mono<List<Sorted>> page(
            WorkspaceId workspace, ContactFilter filter, ContactSort sort, @Nullable Place<ContactId> after, int limit);

    Mono<Long> count(WorkspaceId workspace, ContactFilter filter);

    Mono<Contact> find(WorkspaceId workspace, ContactId id);

    /** Empty where another contact has the address. */
    Mono<ContactId> add(WorkspaceId workspace, ContactDetails details, boolean sample);

    Mono<ContactId> byAddress(WorkspaceId workspace, EmailAddress address);

    /** Empty where somebody else changed it since; refuses {@code contact_exists}. */
    Mono<ContactId> replace(WorkspaceId workspace, ContactId id, long version, ContactDetails details);

    Mono<Long> remove(WorkspaceId workspace, Collection<ContactId> ids);

    /** Of these ids those that the workspace has. */
    Mono<List<ContactId>> known(WorkspaceId workspace, Collection<ContactId> ids);

    /** How many contacts have a value, by name as in a template. */
    Mono<List<Field>> fields(WorkspaceId workspace);
}
