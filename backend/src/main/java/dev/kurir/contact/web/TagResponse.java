package dev.kurir.contact.web;

import dev.kurir.contact.Group;
import dev.kurir.kernel.TagId;

record TagResponse(TagId id, String name, long contacts) {

    static TagResponse of(Group tag) {
        return new TagResponse((TagId) tag.id(), tag.name(), tag.contacts());
    }
}
