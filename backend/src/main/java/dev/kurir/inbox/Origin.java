package dev.kurir.inbox;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.ContactId;
import dev.kurir.kernel.MessageId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message of the outbox, as a conversation begins with it.
 *
 * @param at when it was sent, or made
 * @param isUncertain nobody knows whether it arrived
 */
public record Origin(
        MessageId id,
        AccountId accountId,
        @Nullable ContactId contactId,
        @Nullable CampaignId campaignId,
        String address,
        String name,
        Instant at,
        boolean isUncertain) {}
