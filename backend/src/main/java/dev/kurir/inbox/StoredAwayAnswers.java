package dev.kurir.inbox;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.ConversationId;
import dev.kurir.kernel.EmailAddress;
import dev.kurir.kernel.WorkspaceId;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** Whom accounts have answered by themselves. */
public interface StoredAwayAnswers {
    /** What there was before a mail of this time. */
    Mono<AnswerGuard.History> history(
            WorkspaceId workspace,
            AccountId account,
            ConversationId conversation,
            EmailAddress to,
            Instant receivedAt,
            Instant now);

    Mono<Void> note(WorkspaceId workspace, AccountId account, EmailAddress to, Instant now);

    /** Whether the conversation has a line with this reason already. */
    Mono<Boolean> isSaid(ConversationId conversation, String code, String reason);
}
