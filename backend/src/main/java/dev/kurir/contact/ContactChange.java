package dev.kurir.contact;

import dev.kurir.kernel.ListId;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A change of a contact; lists or tags that are null stay, given ones take the place of all before. */
public record ContactChange(
        UnaryOperator<ContactDetails> details,
        @Nullable List<ListId> lists,
        @Nullable List<String> tags) {}
