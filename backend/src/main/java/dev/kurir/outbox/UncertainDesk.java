package dev.kurir.outbox;

import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.MessageId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.platform.AfterCommit;
import dev.kurir.platform.feed.FeedNotifier;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** What people decide about messages of which nobody knows whether they arrived. */
@Component
public class UncertainDesk {
    private final UncertainMessages messages;
    private final OutboxSignals signals;
    private final FeedNotifier notifier;
    private final TransactionalOperator transaction;

    UncertainDesk(
            UncertainMessages messages,
            OutboxSignals signals,
            FeedNotifier notifier,
            TransactionalOperator transaction) {
        this.messages = messages;
        this.signals = signals;
        this.notifier = notifier;
        this.transaction = transaction;
    }

    /** Answers those that were still uncertain and are decided now. */
    public Mono<List<MessageId>> decide(
            WorkspaceId workspace, Collection<MessageId> ids, Settlement decision, String actor) {
        return messages.settle(workspace, ids, decision, null, actor)
                .delayUntil(_ -> told())
                .as(transaction::transactional);
    }

    /** All of a campaign, if they are as many as the person has seen and confirmed. */
    public Mono<List<MessageId>> decideAll(
            WorkspaceId workspace, CampaignId campaign, long confirmed, Settlement decision, String actor) {
        return messages.of(workspace, campaign)
                .doOnNext(found -> requireConfirmed(found.size(), confirmed))
                .flatMap(found -> messages.settle(workspace, found, decision, null, actor))
                .delayUntil(_ -> told())
                .as(transaction::transactional);
    }

    /** Back to uncertain; what was sent again and has left meanwhile stays sent. */
    public Mono<List<MessageId>> undo(WorkspaceId workspace, Collection<MessageId> ids, String actor) {
        return messages.reopen(workspace, ids, actor).delayUntil(_ -> told()).as(transaction::transactional);
    }

    private Mono<Void> told() {
        return AfterCommit.run(signals::changed).then(AfterCommit.run(notifier::wake));
    }

    private static void requireConfirmed(long found, long confirmed) {
        if (found != confirmed) {
            throw new DomainException(
                    DomainException.Kind.CONFLICT,
                    "uncertain_changed",
                    "There are " + found + " uncertain messages now, not " + confirmed + ". Look again.");
        }
    }
}
