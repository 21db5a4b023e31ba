package dev.kurir.campaign.worker;

import dev.kurir.campaign.CampaignGeneration;
import dev.kurir.campaign.CampaignSignals;
import dev.kurir.campaign.GeneratedMessages;
import dev.kurir.platform.KurirProperties;
import dev.kurir.platform.worker.Loop;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes messages for whatever campaign asks for it, in turns, also for those that a stopped program left behind. */
@Component
class GenerationWorker extends Loop {
    private static final Duration PERIOD = Duration.ofMillis(500);

    private final GeneratedMessages generated;
    private final CampaignGeneration generation;

    GenerationWorker(
            KurirProperties properties,
            GeneratedMessages generated,
            CampaignGeneration generation,
            CampaignSignals signals) {
        super(properties, PERIOD);
        this.generated = generated;
        this.generation = generation;
        signals.onChange(this::wake);
    }

    @Override
    protected Mono<Void> run() {
        return Mono.defer(this::round)
                .repeat()
                .takeUntil(more -> !more || !isRunning())
                .then();
    }

    /** One chunk for each campaign; true while one of them is not finished. */
    private Mono<Boolean> round() {
        return generated
                .jobs()
                .flatMapMany(Flux::fromIterable)
                .concatMap(job -> generation.step(job))
                .reduce(false, Boolean::logicalOr);
    }
}
