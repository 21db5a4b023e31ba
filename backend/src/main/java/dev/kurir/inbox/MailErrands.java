package dev.kurir.inbox;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.ConversationId;
import dev.kurir.kernel.EntryId;
import dev.kurir.kernel.MessageId;
import dev.kurir.kernel.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * What is still to be done on the servers of accounts: each once, in the background, again and again until it works.
 */
public interface MailErrands {
    /**
     * An errand whose time has come.
     *
     * @param tries before this one
     */
    record Due(long id, WorkspaceId workspaceId, AccountId accountId, int tries, What what) {}

    /** What is to be done. */
    sealed interface What {
        /** A copy of an answer goes into the Sent folder; one of its messages was accepted. */
        record KeepCopy(MessageId message) implements What {}

        /** A mail in a folder is marked as read. */
        record MarkRead(String folder, long uidValidity, long uid) implements What {}

        /** The mail lies nowhere any more. */
        record Nothing() implements What {}
    }

    /** An answer is to be kept once it was sent, not before that time. Joins the caller's transaction. */
    Mono<Void> keepCopy(WorkspaceId workspace, AccountId account, EntryId entry, Instant from);

    /**
     * The mails of a conversation that the server was not told of yet are to be marked as read, where their account
     * says so. Joins the caller's transaction.
     */
    Mono<Void> markRead(WorkspaceId workspace, ConversationId conversation, Instant now);

    /** Of the accounts of this node, ordered by account. */
    Mono<List<Due>> due(long node, Instant now, int limit);

    Mono<Void> done(List<Long> ids);

    Mono<Void> again(List<Long> ids, Duration after);

    /** What nobody waits for any more: answers that were never sent. */
    Mono<Void> forget(Instant before);
}
