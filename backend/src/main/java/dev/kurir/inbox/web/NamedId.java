package dev.kurir.inbox.web;

import dev.kurir.kernel.Id;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** @param <I> whose id: an answer that is given a second time is read from what was kept of it */
record NamedId<I extends Id>(I id, String name) {
    static <I extends Id> @Nullable NamedId<I> of(@Nullable I id, @Nullable String name) {
        return id == null ? null : new NamedId<>(id, Objects.requireNonNullElse(name, ""));
    }
}
