package dev.kurir.contact;

import dev.kurir.kernel.EmailAddress;
import dev.kurir.kernel.Slice;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.suppression.SuppressionReason;
import dev.kurir.suppression.Suppressions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Says of contacts why their address is not mailed. */
@Component
class SuppressedMarks {
    private final Suppressions suppressions;

    SuppressedMarks(Suppressions suppressions) {
        this.suppressions = suppressions;
    }

    Mono<Slice<Contact>> mark(WorkspaceId workspace, Slice<Contact> page) {
        return suppressions
                .reasonsFor(workspace, addresses(page.items()))
                .map(reasons -> page.map(contact -> marked(contact, reasons)));
    }

    Mono<Contact> mark(WorkspaceId workspace, Contact contact) {
        return suppressions.reasonsFor(workspace, addresses(List.of(contact))).map(reasons -> marked(contact, reasons));
    }

    private static List<EmailAddress> addresses(List<Contact> contacts) {
        return contacts.stream()
                .map(contact -> contact.details().email())
                .filter(Objects::nonNull)
                .toList();
    }

    private static Contact marked(Contact contact, Map<EmailAddress, SuppressionReason> reasons) {
        @Nullable EmailAddress email = contact.details().email();
        return email == null ? contact : contact.suppressed(reasons.get(email));
    }
}
