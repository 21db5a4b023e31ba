package dev.kurir.inbox.worker;

import dev.kurir.inbox.MailErrands;
import dev.kurir.inbox.StoredAttachments;
import dev.kurir.platform.KurirProperties;
import dev.kurir.platform.worker.Loop;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Forgets files that were uploaded and never sent, and errands for answers that never left. */
@Component
class UploadCleaner extends Loop {
    private static final Duration PERIOD = Duration.ofHours(1);
    private static final Duration KEPT = Duration.ofDays(7);

    private final StoredAttachments attachments;
    private final MailErrands errands;
    private final Clock clock;
    private final TransactionalOperator transaction;

    UploadCleaner(
            KurirProperties properties,
            StoredAttachments attachments,
            MailErrands errands,
            Clock clock,
            TransactionalOperator transaction) {
        super(properties, PERIOD);
        this.attachments = attachments;
        this.errands = errands;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    protected Mono<Void> run() {
        return attachments
                .forget(clock.instant().minus(KEPT))
                .then(Mono.defer(() -> errands.forget(clock.instant().minus(KEPT))))
                .as(transaction::transactional)
                .then();
    }
}
