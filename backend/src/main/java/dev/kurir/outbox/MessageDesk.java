package dev.kurir.outbox;

import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.MessageId;
import dev.kurir.kernel.WorkspaceId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** What people do with single messages, and how they look at them. */
@Component
public class MessageDesk {
    private final MessageViews views;
    private final MessageList list;
    private final OutboxMessages messages;
    private final CompiledDrafts drafts;
    private final OutboxSignals signals;
    private final TransactionalOperator transaction;

    MessageDesk(
            MessageViews views,
            MessageList list,
            OutboxMessages messages,
            CompiledDrafts drafts,
            OutboxSignals signals,
            TransactionalOperator transaction) {
        this.views = views;
        this.list = list;
        this.messages = messages;
        this.drafts = drafts;
        this.signals = signals;
        this.transaction = transaction;
    }

    public Mono<MessageView> get(WorkspaceId workspace, MessageId id) {
        return list.find(workspace, id).switchIfEmpty(Mono.error(() -> DomainException.notFound("message")));
    }

    public Mono<MessageView> retry(WorkspaceId workspace, MessageId id) {
        return act(
                workspace,
                id,
                messages.retry(workspace, id),
                "message_not_retryable",
                "Only a deferred, rejected, failed or expired message can be tried again.");
    }

    public Mono<MessageView> cancel(WorkspaceId workspace, MessageId id) {
        return act(
                workspace,
                id,
                messages.cancel(workspace, id),
                "message_not_cancellable",
                "Only a message that is still waiting can be cancelled.");
    }

    public Mono<MessageView> markUrgent(WorkspaceId workspace, MessageId id) {
        return act(
                workspace,
                id,
                messages.markUrgent(workspace, id),
                "message_not_waiting",
                "Only a message that is still waiting can be made urgent.");
    }

    /** The message as a person reads it, by the code that sends. */
    public Mono<MessageAssembly.Rendered> render(WorkspaceId workspace, MessageId id) {
        return frozen(workspace, id)
                .flatMap(frozen -> drafts.load(frozen.draftId())
                        .map(draft -> buildable(draft).render(frozen.inputs())));
    }

    /** The very octets that are handed over. */
    public Mono<byte[]> raw(WorkspaceId workspace, MessageId id) {
        return frozen(workspace, id)
                .flatMap(frozen -> drafts.load(frozen.draftId())
                        .map(draft -> buildable(draft).splice(frozen.inputs())));
    }

    private Mono<MessageViews.Frozen> frozen(WorkspaceId workspace, MessageId id) {
        return views.frozen(workspace, id).switchIfEmpty(Mono.error(() -> DomainException.notFound("message")));
    }

    private static CompiledDrafts.Draft buildable(CompiledDrafts.Draft draft) {
        if (draft.compiled() == null) {
            throw new DomainException(
                    DomainException.Kind.CONFLICT,
                    "message_unbuildable",
                    "The content of this message cannot be built.");
        }
        return draft;
    }

    private Mono<MessageView> act(
            WorkspaceId workspace, MessageId id, Mono<Boolean> action, String code, String sentence) {
        return get(workspace, id)
                .then(action.as(transaction::transactional))
                .filter(done -> done)
                .switchIfEmpty(Mono.error(() -> new DomainException(DomainException.Kind.CONFLICT, code, sentence)))
                .doOnNext(_ -> signals.changed())
                .then(Mono.defer(() -> get(workspace, id)));
    }
}
