package dev.kurir.inbox;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.ConversationId;
import dev.kurir.kernel.EntryId;
import dev.kurir.kernel.MailId;
import dev.kurir.kernel.MessageId;
import dev.kurir.kernel.WorkspaceId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What we have sent, from here and elsewhere, as the inbox knows it. */
public interface StoredSent {
    /**
     * The newest that was sent from here.
     *
     * @param messageId null: made from the message
     * @param domain of whoever sent it
     * @param thread ids before it
     */
    record Newest(MessageId message, @Nullable String messageId, String domain, List<String> thread) {}

    /** Of a conversation, but for what a machine wrote and what was sent on to others. */
    Mono<Newest> newest(ConversationId conversation);

    /**
     * What an entry was sent as.
     *
     * @param only null: it has several messages, one for each recipient
     */
    record SentAs(AccountId account, @Nullable MessageId only) {}

    Mono<SentAs> ofEntry(WorkspaceId workspace, EntryId entry);

    /** Accounts that send from one of these addresses. */
    Mono<Set<AccountId>> accounts(WorkspaceId workspace, List<String> addresses);

    /** What our mails in a conversation are about. */
    Mono<List<String>> subjects(ConversationId conversation);

    /** What a mail of ours that is in no conversation is about; none where it is not ours. */
    Mono<List<String>> subjects(MailId mail);
}
