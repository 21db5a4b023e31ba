package dev.kurir.outbox;

import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.MessageId;
import dev.kurir.outbox.DeliveryEvidence.Doubt;
import dev.kurir.outbox.DeliveryEvidence.Finding;
import dev.kurir.platform.AfterCommit;
import dev.kurir.platform.feed.FeedNotifier;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Settles what is uncertain without a person, in this order: what evidence shows, then what the campaign's policy says.
 * Before both stands the journal, which is replayed when a node starts.
 */
@Component
public class UncertainEvidence {
    /** A frozen machine may hand a message over long after its lease has ended. */
    public static final Duration EARLIEST_POLICY = Duration.ofMinutes(60);

    private static final Duration SOUGHT_FOR = Duration.ofDays(7);
    private static final int AT_ONCE = 500;

    private final UncertainMessages messages;
    private final List<DeliveryEvidence> sources;
    private final OutboxSignals signals;
    private final FeedNotifier notifier;
    private final TransactionalOperator transaction;

    UncertainEvidence(
            UncertainMessages messages,
            List<DeliveryEvidence> sources,
            OutboxSignals signals,
            FeedNotifier notifier,
            TransactionalOperator transaction) {
        this.messages = messages;
        this.sources = List.copyOf(sources);
        this.signals = signals;
        this.notifier = notifier;
        this.transaction = transaction;
    }

    /** Asks all sources about what is uncertain since a week at most; how many messages are proven by it. */
    public Mono<Long> look() {
        return sources.isEmpty()
                ? Mono.just(0L)
                : messages.since(SOUGHT_FOR, AT_ONCE).flatMap(this::prove);
    }

    /**
     * The policy of a campaign for all that is uncertain for so long; evidence comes first. How many the policy
     * decided.
     */
    public Mono<Long> decide(CampaignId campaign, Settlement policy, Duration after) {
        Duration patience = after.compareTo(EARLIEST_POLICY) < 0 ? EARLIEST_POLICY : after;
        return messages.olderThan(campaign, patience, AT_ONCE)
                .filter(doubts -> !doubts.isEmpty())
                .delayUntil(this::prove)
                .flatMap(doubts -> settle(doubts, policy))
                .defaultIfEmpty(0L);
    }

    private Mono<Long> settle(List<Doubt> doubts, Settlement policy) {
        return messages.settle(
                        doubts.getFirst().workspaceId(),
                        doubts.stream().map(Doubt::id).toList(),
                        policy,
                        null,
                        null)
                .delayUntil(_ -> told())
                .map(List::size)
                .map(Integer::longValue)
                .as(transaction::transactional);
    }

    /** What was found, with the message that was asked about. */
    private record Proof(Doubt doubt, Finding finding) {}

    private Mono<Long> prove(List<Doubt> doubts) {
        return Flux.fromIterable(sources)
                .concatMap(source -> source.look(doubts))
                .concatMapIterable(found -> proofs(doubts, found))
                .filterWhen(this::apply)
                .count();
    }

    private static List<Proof> proofs(List<Doubt> doubts, List<Finding> found) {
        Map<MessageId, Finding> byMessage =
                found.stream().collect(Collectors.toMap(Finding::id, Function.identity(), (one, _) -> one));
        return doubts.stream()
                .flatMap(
                        doubt -> Stream.ofNullable(byMessage.get(doubt.id())).map(finding -> new Proof(doubt, finding)))
                .toList();
    }

    private Mono<Boolean> apply(Proof proof) {
        return messages.settle(
                        proof.doubt().workspaceId(),
                        List.of(proof.doubt().id()),
                        proof.finding().kind().settlement(),
                        proof.finding().detail(),
                        null)
                .delayUntil(_ -> told())
                .as(transaction::transactional)
                .map(changed -> !changed.isEmpty());
    }

    private Mono<Void> told() {
        return AfterCommit.run(signals::changed).then(AfterCommit.run(notifier::wake));
    }
}
