package dev.kurir.inbox.web;

import dev.kurir.inbox.Category;
import dev.kurir.inbox.ConversationView;
import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.ContactId;
import dev.kurir.kernel.ConversationId;
import dev.kurir.kernel.TeamId;
import dev.kurir.kernel.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

record ConversationResponse(
        ConversationId id,
        String version,
        AccountId accountId,
        String accountName,
        @Nullable NamedId<ContactId> contact,
        @Nullable NamedId<CampaignId> campaign,
        String subject,
        PersonOut person,
        String state,
        boolean archived,
        boolean pinned,
        @Nullable NamedId<UserId> assignee,
        @Nullable String category,
        int unread,
        boolean attachment,
        String snippet,
        String lastKind,
        Instant lastAt,
        @Nullable Instant waitingSince,
        @Nullable Instant snoozedUntil,
        List<String> tags,
        @Nullable NamedId<TeamId> team,
        @Nullable NamedId<ConversationId> mergedInto,
        boolean mentioned) {

    static ConversationResponse of(ConversationView view) {
        Category category = view.category();
        return new ConversationResponse(
                view.id(),
                Long.toString(view.version()),
                view.accountId(),
                view.accountName(),
                NamedId.of(view.contactId(), view.contactName()),
                NamedId.of(view.campaignId(), view.campaignName()),
                view.subject(),
                PersonOut.of(view.person()),
                view.state().word(),
                view.archived(),
                view.pinned(),
                NamedId.of(view.assigneeId(), view.assigneeName()),
                category == null ? null : category.word(),
                view.unread(),
                view.attachment(),
                view.snippet(),
                view.lastKind().word(),
                view.lastAt(),
                view.waitingSince(),
                view.snoozedUntil(),
                view.tags(),
                NamedId.of(view.teamId(), view.teamName()),
                NamedId.of(view.mergedInto(), view.mergedSubject()),
                view.mentioned());
    }
}
