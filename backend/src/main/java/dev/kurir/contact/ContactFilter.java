package dev.kurir.contact;

import dev.kurir.kernel.ListId;
import dev.kurir.kernel.TagId;
import org.jspecify.annotations.Nullable;

/**
 * Which contacts are meant.
 *
 * @param search part of name, address, company or phone; empty is everybody
 */
public record ContactFilter(
        String search, @Nullable ListId list, @Nullable TagId tag) {
    public static final ContactFilter EVERYBODY = new ContactFilter("", null, null);
}
