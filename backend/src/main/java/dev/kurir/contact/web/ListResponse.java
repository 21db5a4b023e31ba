package dev.kurir.contact.web;

import dev.kurir.contact.Group;
import dev.kurir.kernel.ListId;

record ListResponse(ListId id, String name, long contacts) {

    static ListResponse of(Group list) {
        return new ListResponse((ListId) list.id(), list.name(), list.contacts());
    }
}
