package dev.kurir.campaign.web;

import dev.kurir.campaign.Named;
import dev.kurir.kernel.Id;

record NamedResponse<T extends Id>(T id, String name) {
    static <T extends Id> NamedResponse<T> of(Named<T> named) {
        return new NamedResponse<>(named.id(), named.name());
    }
}
