package dev.kurir.outbox;

import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.EmailAddress;
import dev.kurir.kernel.MessageId;
import dev.kurir.kernel.WorkspaceId;
import java.time.Instant;
import java.util.Map;

/**
 * The frozen inputs of one message. The same inputs and draft give the same octets, whenever.
 *
 * @param values variable name → value: {@code name}, {@code email}, {@code data.city}, {@code account.name} …
 * @param date the Date header: the first intent
 */
public record MessageInputs(
        MessageId id,
        WorkspaceId workspaceId,
        CampaignId campaignId,
        EmailAddress to,
        String toName,
        Map<String, String> values,
        Instant date) {}
