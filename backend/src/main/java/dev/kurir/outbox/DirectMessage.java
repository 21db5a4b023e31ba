package dev.kurir.outbox;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.ContactId;
import dev.kurir.kernel.EmailAddress;
import dev.kurir.kernel.WorkspaceId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message that belongs to no campaign, as it is put into the outbox.
 *
 * @param notBefore until then it can be taken back; null: at once
 */
public record DirectMessage(
        WorkspaceId workspaceId,
        AccountId accountId,
        @Nullable ContactId contactId,
        EmailAddress to,
        String toName,
        Map<String, String> values,
        boolean urgent,
        @Nullable Instant notBefore) {

    /** At once. */
    public DirectMessage(
            WorkspaceId workspaceId,
            AccountId accountId,
            @Nullable ContactId contactId,
            EmailAddress to,
            String toName,
            Map<String, String> values,
            boolean urgent) {
        this(workspaceId, accountId, contactId, to, toName, values, urgent, null);
    }
}
