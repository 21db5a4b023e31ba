package dev.kurir.contact.web;

import dev.kurir.contact.Contact;
import dev.kurir.contact.Contact.Membership;
import dev.kurir.contact.ContactDetails;
import dev.kurir.kernel.ContactId;
import dev.kurir.kernel.ListId;
import dev.kurir.kernel.TagId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

record ContactResponse(
        ContactId id,
        String version,
        @Nullable String email,
        String name,
        String phone,
        String company,
        Map<String, String> data,
        List<ListRef> lists,
        List<TagRef> tags,
        @Nullable String suppressed,
        Instant createdAt) {

    record ListRef(ListId id, String name) {
        static ListRef of(Membership list) {
            return new ListRef((ListId) list.id(), list.name());
        }
    }

    record TagRef(TagId id, String name) {
        static TagRef of(Membership tag) {
            return new TagRef((TagId) tag.id(), tag.name());
        }
    }

    static ContactResponse of(Contact contact) {
        ContactDetails details = contact.details();
        return new ContactResponse(
                contact.id(),
                Long.toString(contact.version()),
                details.email() == null ? null : details.email().value(),
                details.name(),
                details.phone(),
                details.company(),
                new TreeMap<>(details.data()),
                contact.lists().stream().map(ListRef::of).toList(),
                contact.tags().stream().map(TagRef::of).toList(),
                contact.suppressed() == null ? null : contact.suppressed().word(),
                contact.createdAt());
    }
}
