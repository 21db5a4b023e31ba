package dev.kurir.campaign;

import dev.kurir.kernel.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who was left out at generation.
 *
 * @param email as it is now; null where there is none, or the contact is gone
 */
public record SkippedPerson(
        ContactId contactId,
        @Nullable String email,
        @Nullable String name,
        String reason) {}
