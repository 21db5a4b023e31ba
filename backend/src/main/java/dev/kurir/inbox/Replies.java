package dev.kurir.inbox;

import dev.kurir.account.Account;
import dev.kurir.account.AccountDesk;
import dev.kurir.account.Accounts;
import dev.kurir.account.SendingAccount;
import dev.kurir.inbox.StoredConversations.NewConversation;
import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.ConversationId;
import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.EntryId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.outbox.DirectMessage;
import dev.kurir.outbox.LetterHead.Recipient;
import dev.kurir.outbox.Outbox;
import dev.kurir.platform.feed.Feed;
import dev.kurir.workspace.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** What people write: into the outbox, urgent, and into its conversation at once. */
@Component
public class Replies {
    private final Conversations conversations;
    private final ConversationViews views;
    private final StoredConversations stored;
    private final ChangedConversations changed;
    private final ReplyContent content;
    private final Attachments attachments;
    private final StoredDrafts drafts;
    private final Accounts accounts;
    private final AccountDesk desk;
    private final MailErrands errands;
    private final Outbox outbox;
    private final Feed feed;
    private final Clock clock;
    private final TransactionalOperator transaction;

    Replies(
            Conversations conversations,
            ConversationViews views,
            StoredConversations stored,
            ChangedConversations changed,
            ReplyContent content,
            Attachments attachments,
            StoredDrafts drafts,
            Accounts accounts,
            AccountDesk desk,
            MailErrands errands,
            Outbox outbox,
            Feed feed,
            Clock clock,
            TransactionalOperator transaction) {
        this.conversations = conversations;
        this.views = views;
        this.stored = stored;
        this.changed = changed;
        this.content = content;
        this.attachments = attachments;
        this.drafts = drafts;
        this.accounts = accounts;
        this.desk = desk;
        this.errands = errands;
        this.outbox = outbox;
        this.feed = feed;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Answers in a conversation, from its account. */
    public Mono<EntryView> reply(Caller caller, ConversationId id, Reply reply) {
        ReplyRules.check(reply, clock.instant());
        return conversations
                .own(caller, id)
                .flatMap(conversation -> sender(caller.workspaceId(), conversation.accountId()))
                .flatMap(account -> send(caller, id, reply, account))
                .flatMap(entry -> views.entry(caller.workspaceId(), id, entry))
                .as(transaction::transactional);
    }

    /** Writes to somebody first; the conversation is the writer's own. */
    public Mono<ConversationView> start(Caller caller, AccountId from, Reply letter) {
        ReplyRules.check(letter, clock.instant());
        return sender(caller.workspaceId(), from)
                .flatMap(account -> stored.create(begun(caller, account, letter))
                        .delayUntil(id -> send(caller, id, letter, account))
                        .delayUntil(id -> changed.apply(
                                caller.workspaceId(), id, new ConversationChange.Assign(caller.userId()))))
                .flatMap(id -> conversations.get(caller, id))
                .as(transaction::transactional);
    }

    /**
     * Takes back what has not left; the entry, as it was, for whoever goes on writing. Refuses {@code already_sent}.
     */
    public Mono<EntryView> undo(Caller caller, ConversationId id, EntryId entry) {
        return conversations
                .own(caller, id)
                .flatMap(_ -> views.entry(caller.workspaceId(), id, entry))
                .filter(found -> !found.messages().isEmpty())
                .switchIfEmpty(Mono.error(() -> DomainException.notFound("entry")))
                .delayUntil(found -> outbox.takeBack(caller.workspaceId(), found.messages()))
                .onErrorMap(
                        Replies::isGone,
                        _ -> new DomainException(DomainException.Kind.CONFLICT, "already_sent", "It has left already."))
                .delayUntil(_ -> attachments.untie(caller, entry))
                .delayUntil(_ -> changed.withdraw(caller.workspaceId(), id, entry))
                .delayUntil(_ -> changed.refresh(id))
                .delayUntil(_ -> reopened(caller, id))
                .delayUntil(_ -> feed.publish(InboxFeed.changed(caller.workspaceId(), id)))
                .as(transaction::transactional);
    }

    /** Sends once more what failed of an answer. Refuses {@code message_not_retryable}. */
    public Mono<EntryView> retry(Caller caller, ConversationId id, EntryId entry) {
        return conversations
                .own(caller, id)
                .flatMap(_ -> views.entry(caller.workspaceId(), id, entry))
                .filter(found -> found.author() != null && !found.messages().isEmpty())
                .switchIfEmpty(Mono.error(() -> DomainException.notFound("entry")))
                .delayUntil(found -> outbox.tryAgain(caller.workspaceId(), found.messages()))
                .delayUntil(_ -> changed.untell(entry))
                .delayUntil(_ -> feed.publish(InboxFeed.changed(caller.workspaceId(), id)))
                .as(transaction::transactional);
    }

    /** What was finished with the answer is not finished without it. */
    private Mono<Boolean> reopened(Caller caller, ConversationId id) {
        return conversations
                .get(caller, id)
                .filter(conversation -> conversation.state() == ConversationState.DONE)
                .flatMap(_ -> changed.apply(caller.workspaceId(), id, new ConversationChange.Reopen()));
    }

    private static boolean isGone(Throwable failure) {
        return failure instanceof DomainException refusal && refusal.code().equals("message_not_cancellable");
    }

    private Mono<SendingAccount> sender(WorkspaceId workspace, AccountId id) {
        return accounts.sending(id)
                .filter(account -> account.workspaceId().equals(workspace))
                .switchIfEmpty(Mono.error(() -> DomainException.notFound("account")));
    }

    private Mono<EntryId> send(Caller caller, ConversationId id, Reply reply, SendingAccount account) {
        return attachments
                .chosen(caller, reply.attachments())
                .flatMap(files -> stored.add(WrittenReply.entry(caller, id, reply, files, clock.instant()))
                        .delayUntil(entry -> post(caller, id, entry, reply, files, account)))
                .delayUntil(_ -> drafts.forget(caller.workspaceId(), id, caller.userId()))
                .delayUntil(_ -> reply.done() ? finish(caller, id, reply.seen()) : Mono.empty())
                .delayUntil(_ -> feed.publish(InboxFeed.changed(caller.workspaceId(), id)));
    }

    private Mono<Boolean> finish(Caller caller, ConversationId id, @Nullable EntryId seen) {
        return conversations
                .overlooks(id, seen)
                .filter(overlooks -> !overlooks)
                .flatMap(_ -> changed.apply(caller.workspaceId(), id, new ConversationChange.Done()));
    }

    private Mono<Void> post(
            Caller caller,
            ConversationId id,
            EntryId entry,
            Reply reply,
            List<AttachedFile> files,
            SendingAccount account) {
        return attachments
                .tie(caller.workspaceId(), entry, files)
                .flatMap(octets -> content.of(caller, id, entry, reply, account, octets))
                .flatMap(draft -> outbox.send(messages(reply, account), draft))
                .flatMap(messages -> stored.link(caller.workspaceId(), entry, messages))
                .then(Mono.defer(() -> keep(entry, reply, account)));
    }

    /** In the Sent folder, where the provider does not do that by itself. */
    private Mono<Void> keep(EntryId entry, Reply reply, SendingAccount account) {
        return desk.get(account.workspaceId(), account.id())
                .map(Account::settings)
                .filter(settings ->
                        settings.imap() != null && settings.reading().wantsCopies(settings.provider()))
                .flatMap(settings -> errands.keepCopy(
                        account.workspaceId(),
                        account.id(),
                        entry,
                        leaves(reply).plus(settings.reading().patience())));
    }

    private Instant leaves(Reply reply) {
        return Objects.requireNonNullElseGet(
                reply.sendAt(), () -> clock.instant().plusSeconds(reply.undoSeconds()));
    }

    private List<DirectMessage> messages(Reply reply, SendingAccount account) {
        Instant notBefore = leaves(reply);
        return ReplyRules.all(reply).stream()
                .map(to -> new DirectMessage(
                        account.workspaceId(), account.id(), null, to.address(), to.name(), Map.of(), true, notBefore))
                .toList();
    }

    private NewConversation begun(Caller caller, SendingAccount account, Reply letter) {
        Recipient first = letter.to().getFirst();
        return new NewConversation(
                caller.workspaceId(),
                account.id(),
                null,
                null,
                letter.subject(),
                first.name(),
                first.address().value(),
                true,
                null,
                clock.instant());
    }
}
