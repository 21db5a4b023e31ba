package dev.kurir.activity.web;

import dev.kurir.activity.LogEntry;
import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.MessageId;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

record LogEntryResponse(
        String id,
        Instant at,
        String level,
        String code,
        Map<String, String> params,
        @Nullable String detail,
        @Nullable AccountId accountId,
        @Nullable String accountName,
        @Nullable CampaignId campaignId,
        @Nullable MessageId messageId,
        @Nullable String actor) {
    static LogEntryResponse of(LogEntry entry) {
        return new LogEntryResponse(
                Long.toString(entry.number()),
                entry.at(),
                entry.level().name().toLowerCase(Locale.ROOT),
                entry.code(),
                entry.params(),
                entry.detail(),
                entry.accountId(),
                entry.accountName(),
                entry.campaignId(),
                entry.messageId(),
                entry.actor());
    }
}
