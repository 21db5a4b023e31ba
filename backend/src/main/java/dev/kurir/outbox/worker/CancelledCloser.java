package dev.kurir.outbox.worker;

import dev.kurir.kernel.CampaignId;
import dev.kurir.outbox.OutboxMessages;
import dev.kurir.platform.KurirProperties;
import dev.kurir.platform.worker.Loop;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Turns what waits of cancelled campaigns into `cancelled`, in chunks; the gate has stopped them long before. */
@Component
class CancelledCloser extends Loop {
    private static final Duration PERIOD = Duration.ofMillis(500);
    private static final int CHUNK = 5_000;

    private final OutboxMessages messages;
    private final TransactionalOperator transaction;

    CancelledCloser(OutboxMessages messages, TransactionalOperator transaction, KurirProperties properties) {
        super(properties, PERIOD);
        this.messages = messages;
        this.transaction = transaction;
    }

    @Override
    protected Mono<Void> run() {
        return messages.toClose()
                .flatMapIterable(found -> found)
                .concatMap(this::close)
                .then();
    }

    /** A chunk at a time; what is left when the program stops waits for its next start. */
    private Mono<Void> close(CampaignId campaign) {
        return Mono.defer(() -> messages.closeCancelled(campaign, CHUNK).as(transaction::transactional))
                .repeat()
                .takeUntil(closed -> closed == 0 || !isRunning())
                .then();
    }
}
