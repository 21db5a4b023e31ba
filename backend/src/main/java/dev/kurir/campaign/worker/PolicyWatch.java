package dev.kurir.campaign.worker;

import dev.kurir.campaign.UncertainPolicies;
import dev.kurir.platform.KurirProperties;
import dev.kurir.platform.worker.Loop;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Carries out what campaigns say about uncertain messages when nobody decides. */
@Component
class PolicyWatch extends Loop {
    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final UncertainPolicies policies;

    PolicyWatch(KurirProperties properties, UncertainPolicies policies) {
        super(properties, PERIOD);
        this.policies = policies;
    }

    @Override
    protected Mono<Void> run() {
        return policies.carryOut().then();
    }
}
