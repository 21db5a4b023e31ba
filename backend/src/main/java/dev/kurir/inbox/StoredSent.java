package dev.kurir.inbox;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.ConversationId;
import dev.kurir.kernel.MailId;
import dev.kurir.kernel.WorkspaceId;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Mono;

/** What we have sent, from here and elsewhere, as the inbox knows it. */
public interface StoredSent {
    /** Accounts that send from one of these addresses. */
    Mono<Set<AccountId>> accounts(WorkspaceId workspace, List<String> addresses);

    /** What our mails in a conversation are about. */
    Mono<List<String>> subjects(ConversationId conversation);

    /** What a mail of ours that is in no conversation is about; none where it is not ours. */
    Mono<List<String>> subjects(MailId mail);
}
