package dev.kurir.platform.ids;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.AttachmentId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.CategoryId;
import dev.kurir.kernel.ContactId;
import dev.kurir.kernel.ConversationId;
import dev.kurir.kernel.EntryId;
import dev.kurir.kernel.Id;
import dev.kurir.kernel.ImportId;
import dev.kurir.kernel.InviteId;
import dev.kurir.kernel.ListId;
import dev.kurir.kernel.MailId;
import dev.kurir.kernel.MessageId;
import dev.kurir.kernel.MoveId;
import dev.kurir.kernel.QuickReplyId;
import dev.kurir.kernel.SuppressionId;
import dev.kurir.kernel.TagId;
import dev.kurir.kernel.TeamId;
import dev.kurir.kernel.UserId;
import dev.kurir.kernel.WorkspaceId;
import java.util.Arrays;
import java.util.function.LongFunction;

/** What an id points at. The tags are part of every id ever given out: never change one, never use one again. */
enum IdKind {
    WORKSPACE(1, WorkspaceId.class, WorkspaceId::new),
    USER(2, UserId.class, UserId::new),
    CATEGORY(3, CategoryId.class, CategoryId::new),
    ACCOUNT(4, AccountId.class, AccountId::new),
    CONTACT(5, ContactId.class, ContactId::new),
    LIST(6, ListId.class, ListId::new),
    TAG(7, TagId.class, TagId::new),
    IMPORT(8, ImportId.class, ImportId::new),
    SUPPRESSION(9, SuppressionId.class, SuppressionId::new),
    CAMPAIGN(10, CampaignId.class, CampaignId::new),
    MESSAGE(11, MessageId.class, MessageId::new),
    MAIL(12, MailId.class, MailId::new),
    CONVERSATION(13, ConversationId.class, ConversationId::new),
    ENTRY(14, EntryId.class, EntryId::new),
    INVITE(15, InviteId.class, InviteId::new),
    ATTACHMENT(16, AttachmentId.class, AttachmentId::new),
    QUICK_REPLY(17, QuickReplyId.class, QuickReplyId::new),
    MOVE(25, MoveId.class, MoveId::new),
    TEAM(30, TeamId.class, TeamId::new);

    final int tag;
    final Class<? extends Id> type;
    private final LongFunction<? extends Id> make;

    IdKind(int tag, Class<? extends Id> type, LongFunction<? extends Id> make) {
        this.tag = tag;
        this.type = type;
        this.make = make;
    }

    static IdKind of(Class<? extends Id> type) {
        return Arrays.stream(values())
                .filter(kind -> kind.type == type)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind for " + type));
    }

    Id make(long value) {
        return make.apply(value);
    }
}
