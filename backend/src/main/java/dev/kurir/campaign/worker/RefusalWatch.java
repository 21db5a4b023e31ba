package dev.kurir.campaign.worker;

import dev.kurir.campaign.CampaignRefusals;
import dev.kurir.platform.KurirProperties;
import dev.kurir.platform.worker.Loop;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Looks each second whether servers refuse a campaign. */
@Component
class RefusalWatch extends Loop {
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final CampaignRefusals refusals;

    RefusalWatch(KurirProperties properties, CampaignRefusals refusals) {
        super(properties, PERIOD);
        this.refusals = refusals;
    }

    @Override
    protected Mono<Void> run() {
        return refusals.look().then();
    }
}
