package dev.kurir.kernel;

/** The key of a row. Outside the program it is shown as a keyed encoding of kind and value, never as the number. */
public sealed interface Id
        permits WorkspaceId,
                UserId,
                CategoryId,
                AccountId,
                AttachmentId,
                ContactId,
                ListId,
                TagId,
                TeamId,
                ImportId,
                SuppressionId,
                CampaignId,
                MessageId,
                MailId,
                ConversationId,
                EntryId,
                MoveId,
                InviteId,
                QuickReplyId {
    long value();
}
