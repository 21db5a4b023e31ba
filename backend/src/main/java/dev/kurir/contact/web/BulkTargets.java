package dev.kurir.contact.web;

import dev.kurir.contact.BulkAction;
import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.Id;
import dev.kurir.kernel.ListId;
import dev.kurir.kernel.TagId;
import dev.kurir.platform.ids.PublicIds;
import org.springframework.stereotype.Component;

/** The action decides whether the target of a bulk change is a list or a tag. */
@Component
class BulkTargets {
    private final PublicIds ids;

    BulkTargets(PublicIds ids) {
        this.ids = ids;
    }

    BulkAction action(ContactsChange change) {
        return switch (change.action()) {
            case ADD_LIST -> new BulkAction.Join(target(change, ListId.class));
            case REMOVE_LIST -> new BulkAction.Leave(target(change, ListId.class));
            case ADD_TAG -> new BulkAction.Join(target(change, TagId.class));
            case REMOVE_TAG -> new BulkAction.Leave(target(change, TagId.class));
            case DELETE -> new BulkAction.Remove();
        };
    }

    private Id target(ContactsChange change, Class<? extends Id> type) {
        if (change.target() == null) {
            throw DomainException.invalid("/target", "required", "This action needs a target.");
        }
        return ids.decode(type, change.target())
                .<Id>map(id -> id)
                .orElseThrow(() -> DomainException.invalid("/target", "unknown_id", "There is no such thing."));
    }
}
