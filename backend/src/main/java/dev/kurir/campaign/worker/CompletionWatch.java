package dev.kurir.campaign.worker;

import dev.kurir.campaign.CampaignCompletion;
import dev.kurir.platform.KurirProperties;
import dev.kurir.platform.worker.Loop;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Looks each second whether a campaign is over. */
@Component
class CompletionWatch extends Loop {
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final CampaignCompletion completion;

    CompletionWatch(KurirProperties properties, CampaignCompletion completion) {
        super(properties, PERIOD);
        this.completion = completion;
    }

    @Override
    protected Mono<Void> run() {
        return completion.look().then();
    }
}
