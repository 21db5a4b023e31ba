package dev.kurir.outbox.web;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.MessageId;
import dev.kurir.outbox.MessageView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

record MessageResponse(
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
        @Nullable String basis,
        Instant createdAt,
        Instant updatedAt) {
    static MessageResponse of(MessageView m) {
        return new MessageResponse(
                m.id(),
                m.to(),
                m.name(),
                m.subject(),
                m.accountId(),
                m.accountName(),
                m.campaignId(),
                m.campaignName(),
                m.urgent(),
                m.state().word(),
                m.attempts(),
                m.nextAt(),
                m.sentAt(),
                m.replyCode(),
                m.basis() == null ? null : m.basis().word(),
                m.createdAt(),
                m.updatedAt());
    }
}
