package dev.kurir.contact;

import dev.kurir.kernel.ContactId;
import dev.kurir.kernel.WorkspaceId;
import java.util.List;
import reactor.core.publisher.Mono;

/** Writes people by the thousand. */
public interface ImportedPeople {
    /**
     * One stored person.
     *
     * @param created whether the address was new
     */
    record Stored(String address, ContactId id, boolean created) {}

    /**
     * Adds people, or finds those that are there. With {@code updates} what is given takes the place of what was there,
     * empty values excepted. No address may come twice.
     *
     * @return one for each, by its lower-case address
     */
    Mono<List<Stored>> put(WorkspaceId workspace, List<ContactDetails> people, boolean updates);
}
