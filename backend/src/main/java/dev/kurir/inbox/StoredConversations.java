package dev.kurir.inbox;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.ContactId;
import dev.kurir.kernel.ConversationId;
import dev.kurir.kernel.EntryId;
import dev.kurir.kernel.MailId;
import dev.kurir.kernel.MessageId;
import dev.kurir.kernel.UserId;
import dev.kurir.kernel.WorkspaceId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The stored conversations as they are made. All changes join the caller's transaction. */
public interface StoredConversations {
    /**
     * A conversation to be begun.
     *
     * @param contactId null: the contact with the person's address, if there is one
     * @param isOpen somebody should look at it
     */
    record NewConversation(
            WorkspaceId workspaceId,
            AccountId accountId,
            @Nullable ContactId contactId,
            @Nullable CampaignId campaignId,
            String subject,
            String personName,
            String personAddress,
            boolean isOpen,
            @Nullable Category category,
            Instant at) {}

    /**
     * An entry to be added.
     *
     * @param words what it is found by
     * @param calls it wants a person's attention
     */
    record NewEntry(
            ConversationId conversationId,
            Instant at,
            EntryKind kind,
            @Nullable MailId mail,
            @Nullable UserId authorId,
            @Nullable String author,
            String body,
            Map<String, ?> data,
            String words,
            String snippet,
            boolean calls,
            boolean attachment) {}

    /**
     * A mail of the mailbox, and its conversation if it has one.
     *
     * @param sentAs our message that it is a copy of
     */
    record KnownMail(
            MailId id,
            @Nullable ConversationId conversationId,
            @Nullable MessageId sentAs) {}

    Mono<Origin> origin(WorkspaceId workspace, MessageId message);

    /** Empty: there is none, and nobody else begins one before the transaction ends. */
    Mono<ConversationId> ofMessage(WorkspaceId workspace, MessageId message);

    Mono<ConversationId> ofEntry(WorkspaceId workspace, EntryId entry);

    /**
     * The first of the account's mails with one of the Message-IDs {@code before}, the nearest first; else one that
     * names them too, or names {@code own}.
     */
    Mono<KnownMail> inThread(AccountId account, @Nullable String own, Collection<String> before);

    /** Of the first of these Message-IDs that a mail of a conversation has. */
    Mono<ConversationId> nearest(AccountId account, List<String> ids);

    /** What its mails were about so far. */
    Mono<List<String>> subjects(ConversationId conversation);

    Mono<ConversationId> similar(AccountId account, String address, String subjectKey, Instant since);

    /** The newest accepted message of the account to this address. */
    Mono<MessageId> latestTo(AccountId account, String address, Instant since);

    Mono<ConversationId> create(NewConversation conversation);

    /** Empty where the mail has an entry already. */
    Mono<EntryId> add(NewEntry entry);

    /**
     * Whether the conversation has the mail already, from another account or folder. It is its copy then, and not
     * added; what lies in a Sent folder too is not the other side's.
     */
    Mono<Boolean> noteCopy(ConversationId conversation, MailId mail);

    /** A mail that was in no conversation, because nobody had answered it, becomes an entry. */
    Mono<Void> adopt(ConversationId conversation, MailId mail);

    Mono<Void> link(WorkspaceId workspace, EntryId entry, List<MessageId> messages);

    /** Only where it has none yet. */
    Mono<Void> categorise(ConversationId conversation, Category category);
}
