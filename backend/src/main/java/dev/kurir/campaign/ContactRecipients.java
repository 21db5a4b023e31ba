package dev.kurir.campaign;

import dev.kurir.contact.Contact;
import dev.kurir.contact.ContactValues;
import dev.kurir.contact.Contacts;
import dev.kurir.kernel.ContactId;
import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.EmailAddress;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.outbox.Recipients;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The contacts, as the outbox writes to one of them. */
@Component
class ContactRecipients implements Recipients {
    private final Contacts contacts;

    ContactRecipients(Contacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public Mono<Recipient> find(WorkspaceId workspaceId, ContactId id) {
        return contacts.get(workspaceId, id).map(ContactRecipients::recipient);
    }

    private static Recipient recipient(Contact contact) {
        EmailAddress address = contact.details().email();
        if (address == null) {
            throw DomainException.invalid(
                    "/contactId", "contact_without_address", "This contact has no e-mail address.");
        }
        return new Recipient(contact.id(), address, contact.details().name(), ContactValues.of(contact.details()));
    }
}
