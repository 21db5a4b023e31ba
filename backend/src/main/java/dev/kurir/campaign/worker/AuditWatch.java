package dev.kurir.campaign.worker;

import dev.kurir.campaign.Auditor;
import dev.kurir.platform.KurirProperties;
import dev.kurir.platform.worker.Loop;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Audits campaigns that have ended, and all of them each night. */
@Component
class AuditWatch extends Loop {
    private static final Duration PERIOD = Duration.ofSeconds(10);

    private final Auditor auditor;

    AuditWatch(KurirProperties properties, Auditor auditor) {
        super(properties, PERIOD);
        this.auditor = auditor;
    }

    @Override
    protected Mono<Void> run() {
        return auditor.auditDue().then();
    }
}
