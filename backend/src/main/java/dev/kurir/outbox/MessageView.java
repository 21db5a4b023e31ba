package dev.kurir.outbox;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.MessageId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message as a person sees it in a list; the store knows the subject as it was written, {@link MessageList} as it is
 * read. The state is the effective one: what waits of a cancelled campaign is cancelled.
 *
 * @param sentAt when the server's 2xx was read
 * @param basis what "accepted" rests on where nobody has read a reply
 */
public record MessageView(
        MessageId id,
        String to,
        String name,
        String subject,
        AccountId accountId,
        String accountName,
        @Nullable CampaignId campaignId,
        @Nullable String campaignName,
        boolean urgent,
        MessageState state,
        int attempts,
        @Nullable Instant nextAt,
        @Nullable Instant sentAt,
        @Nullable Integer replyCode,
        Settlement.@Nullable Basis basis,
        Instant createdAt,
        Instant updatedAt,
        long ordinal,
        MessageViews.Frozen frozen) {

    MessageView withSubject(String rendered) {
        return new MessageView(
                id,
                to,
                name,
                rendered,
                accountId,
                accountName,
                campaignId,
                campaignName,
                urgent,
                state,
                attempts,
                nextAt,
                sentAt,
                replyCode,
                basis,
                createdAt,
                updatedAt,
                ordinal,
                frozen);
    }
}
