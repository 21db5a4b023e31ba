package dev.kurir.outbox;

import dev.kurir.kernel.ContactId;
import dev.kurir.kernel.EmailAddress;
import dev.kurir.kernel.WorkspaceId;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Finds the people whom direct messages go to. Owned by the outbox, implemented where contacts are known. */
public interface Recipients {
    /** Refuses with {@code contact_not_found}, or {@code contact_without_address}. */
    Mono<Recipient> find(WorkspaceId workspaceId, ContactId id);

    /** @param values what the variables of a template stand for */
    record Recipient(ContactId id, EmailAddress address, String name, Map<String, String> values) {}
}
