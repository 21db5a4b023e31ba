package dev.kurir.contact;

import dev.kurir.kernel.Id;
import dev.kurir.kernel.ListId;
import dev.kurir.kernel.TagId;

/** Two ways to gather contacts: lists that people put them on, and tags that say something of them. */
public enum GroupKind {
    LIST("list"),
    TAG("tag");

    private final String word;

    GroupKind(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public Id id(long value) {
        return this == LIST ? new ListId(value) : new TagId(value);
    }

    public static GroupKind of(Id id) {
        return id instanceof ListId ? LIST : TAG;
    }
}
