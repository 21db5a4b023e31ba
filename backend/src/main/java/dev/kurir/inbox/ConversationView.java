package dev.kurir.inbox;

import dev.kurir.inbox.mime.Person;
import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.ContactId;
import dev.kurir.kernel.ConversationId;
import dev.kurir.kernel.TeamId;
import dev.kurir.kernel.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as people see it in a list.
 *
 * @param unread how many entries nobody has looked at
 * @param waitingSince since when a person waits for an answer
 * @param mergedInto where all of it is now
 * @param mentioned whoever reads it is mentioned in it, and has not looked since
 */
public record ConversationView(
        ConversationId id,
        long version,
        AccountId accountId,
        String accountName,
        @Nullable ContactId contactId,
        @Nullable String contactName,
        @Nullable CampaignId campaignId,
        @Nullable String campaignName,
        String subject,
        Person person,
        ConversationState state,
        boolean archived,
        boolean pinned,
        @Nullable UserId assigneeId,
        @Nullable String assigneeName,
        @Nullable Category category,
        int unread,
        boolean attachment,
        String snippet,
        EntryKind lastKind,
        Instant lastAt,
        @Nullable Instant waitingSince,
        @Nullable Instant snoozedUntil,
        List<String> tags,
        @Nullable TeamId teamId,
        @Nullable String teamName,
        @Nullable ConversationId mergedInto,
        @Nullable String mergedSubject,
        boolean mentioned) {}
