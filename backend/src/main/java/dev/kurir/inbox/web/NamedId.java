package dev.kurir.inbox.web;

import dev.kurir.kernel.Id;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

record NamedId(Id id, String name) {
    static @Nullable NamedId of(@Nullable Id id, @Nullable String name) {
        return id == null ? null : new NamedId(id, Objects.requireNonNullElse(name, ""));
    }
}
