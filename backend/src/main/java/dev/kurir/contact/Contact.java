package dev.kurir.contact;

import dev.kurir.kernel.ContactId;
import dev.kurir.kernel.Id;
import dev.kurir.suppression.SuppressionReason;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person we may mail.
 *
 * @param suppressed why the address is not mailed
 */
public record Contact(
        ContactId id,
        long version,
        ContactDetails details,
        List<Membership> lists,
        List<Membership> tags,
        @Nullable SuppressionReason suppressed,
        Instant createdAt) {

    /** A list or tag that the person has. */
    public record Membership(Id id, String name) {}

    Contact suppressed(@Nullable SuppressionReason reason) {
        return new Contact(id, version, details, lists, tags, reason, createdAt);
    }
}
