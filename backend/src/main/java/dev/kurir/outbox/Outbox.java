package dev.kurir.outbox;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.MessageId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.platform.AfterCommit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The durable queue, as the modules above use it. */
@Component
public class Outbox {
    private final Drafts drafts;
    private final Queues queues;
    private final OutboxMessages messages;
    private final Gate gate;
    private final OutboxSignals signals;
    private final Estimates estimates;
    private final TransactionalOperator transaction;

    Outbox(
            Drafts drafts,
            Queues queues,
            OutboxMessages messages,
            Gate gate,
            OutboxSignals signals,
            Estimates estimates,
            TransactionalOperator transaction) {
        this.drafts = drafts;
        this.queues = queues;
        this.messages = messages;
        this.gate = gate;
        this.signals = signals;
        this.estimates = estimates;
        this.transaction = transaction;
    }

    /** Stores content that messages will be generated from; it never changes again. Answers the draft's key. */
    public Mono<Long> freeze(WorkspaceId workspaceId, DraftContent content) {
        return drafts.add(workspaceId, content);
    }

    /**
     * Makes the campaign's queue at this account; its messages are held until {@link #open}. Joins the caller's
     * transaction.
     */
    public Mono<Void> register(WorkspaceId workspaceId, CampaignId campaignId, AccountId accountId) {
        return queues.register(workspaceId, campaignId, accountId);
    }

    /** Lets the campaign's messages leave. Joins the caller's transaction. */
    public Mono<Void> open(CampaignId campaignId) {
        return dispatch(campaignId, Queues.Dispatch.OPEN);
    }

    /** Holds them. Joins the caller's transaction; after its commit {@link #settle} says what can still leave. */
    public Mono<Void> hold(CampaignId campaignId) {
        return dispatch(campaignId, Queues.Dispatch.HELD);
    }

    /** As {@link #hold}, for good; what waits becomes `cancelled` in the background. */
    public Mono<Void> cancel(CampaignId campaignId) {
        return dispatch(campaignId, Queues.Dispatch.CANCELLED);
    }

    /**
     * Passes the gate: after the answer only the messages that it counts can leave. The stop must be committed before,
     * or the gate does not see it.
     */
    public Mono<Stopped> settle(CampaignId campaignId) {
        return Mono.defer(gate::pass)
                .flatMap(passed -> queues.inFlightOf(campaignId).map(count -> new Stopped(passed, count)));
    }

    public Mono<Map<CampaignId, CampaignFigures>> figures(WorkspaceId workspaceId, Collection<CampaignId> campaigns) {
        return queues.counts(workspaceId, campaigns)
                .flatMapMany(counts -> Flux.fromIterable(counts.entrySet()))
                .concatMap(entry ->
                        estimates.figures(entry.getKey(), entry.getValue()).map(f -> Map.entry(entry.getKey(), f)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Rejected, failed and expired messages come back into the queue; how many. */
    public Mono<Long> requeueFailures(WorkspaceId workspaceId, CampaignId campaignId) {
        return messages.requeueFailures(workspaceId, campaignId)
                .delayUntil(_ -> AfterCommit.run(signals::changed))
                .as(transaction::transactional);
    }

    /** Puts one message into the outbox; it leaves as soon as its account allows. */
    public Mono<MessageId> send(DirectMessage message, DraftContent content) {
        return drafts.add(message.workspaceId(), content)
                .flatMap(draft -> messages.add(message, draft))
                .delayUntil(_ -> AfterCommit.run(signals::changed))
                .as(transaction::transactional);
    }

    /** The same content to several people, in one go; the messages in the order of the recipients. */
    public Mono<List<MessageId>> send(List<DirectMessage> recipients, DraftContent content) {
        return drafts.add(recipients.getFirst().workspaceId(), content)
                .flatMap(draft -> Flux.fromIterable(recipients)
                        .concatMap(message -> messages.add(message, draft))
                        .collectList())
                .delayUntil(_ -> AfterCommit.run(signals::changed))
                .as(transaction::transactional);
    }

    /** Takes back messages that have not left: all of them, or none ({@code message_not_cancellable}). */
    public Mono<Void> takeBack(WorkspaceId workspaceId, Collection<MessageId> ids) {
        return Flux.fromIterable(ids)
                .concatMap(id -> messages.cancel(workspaceId, id))
                // what was to be sent once more may have arrived the first time: it is uncertain again, not cancelled
                .then(Mono.defer(() -> messages.areCancelled(workspaceId, ids)))
                .filter(areCancelled -> areCancelled)
                .switchIfEmpty(Mono.error(Outbox::left))
                .then(Mono.defer(() -> AfterCommit.run(signals::changed)))
                .as(transaction::transactional);
    }

    /**
     * Those of them that failed come back into the queue; how many. Refuses {@code message_not_retryable}: none did.
     */
    public Mono<Long> tryAgain(WorkspaceId workspaceId, Collection<MessageId> ids) {
        return Flux.fromIterable(ids)
                .filterWhen(id -> messages.retry(workspaceId, id))
                .count()
                .filter(count -> count > 0)
                .switchIfEmpty(Mono.error(() -> new DomainException(
                        DomainException.Kind.CONFLICT, "message_not_retryable", "Nothing of it has failed.")))
                .delayUntil(_ -> AfterCommit.run(signals::changed))
                .as(transaction::transactional);
    }

    private static DomainException left() {
        return new DomainException(DomainException.Kind.CONFLICT, "message_not_cancellable", "It has left already.");
    }

    public Mono<AccountLoad> load(WorkspaceId workspaceId, AccountId accountId) {
        return queues.loads(workspaceId).map(loads -> loads.getOrDefault(accountId, new AccountLoad(0, 0)));
    }

    private Mono<Void> dispatch(CampaignId campaignId, Queues.Dispatch state) {
        return queues.dispatch(campaignId, state).then(AfterCommit.run(signals::changed));
    }
}
