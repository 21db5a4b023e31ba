package dev.kurir.inbox;

import dev.kurir.kernel.ConversationId;
import dev.kurir.kernel.MailId;
import java.util.List;
import reactor.core.publisher.Mono;

/** What we have sent, from here and elsewhere, as the inbox knows it. */
public interface StoredSent {
    /** What our mails in a conversation are about. */
    Mono<List<String>> subjects(ConversationId conversation);

    /** What a mail of ours that is in no conversation is about; none where it is not ours. */
    Mono<List<String>> subjects(MailId mail);
}
