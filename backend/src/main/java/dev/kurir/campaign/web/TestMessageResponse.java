package dev.kurir.campaign.web;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.MessageId;
import dev.kurir.outbox.MessageView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code Message} of the contract. */
record TestMessageResponse(
        MessageId id,
        String to,
        String name,
        String subject,
        AccountId accountId,
        String accountName,
        @Nullable CampaignId campaignId,
        @Nullable String campaignName,
        boolean urgent,
        String state,
        int attempts,
        @Nullable Instant nextAt,
        @Nullable Instant sentAt,
        @Nullable Integer replyCode,
        Instant createdAt,
        Instant updatedAt) {

    static TestMessageResponse of(MessageView message) {
        return new TestMessageResponse(
                message.id(),
                message.to(),
                message.name(),
                message.subject(),
                message.accountId(),
                message.accountName(),
                message.campaignId(),
                message.campaignName(),
                message.urgent(),
                message.state().word(),
                message.attempts(),
                message.nextAt(),
                message.sentAt(),
                message.replyCode(),
                message.createdAt(),
                message.updatedAt());
    }
}
