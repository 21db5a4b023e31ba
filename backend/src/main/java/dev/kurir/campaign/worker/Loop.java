package dev.kurir.campaign.worker;

import dev.kurir.platform.KurirProperties;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * Does something again and again, at least once per period and at once when woken, one run at a time. It stops between
 * two runs: a query that runs is never cancelled. A run that fails is told and tried again.
 */
abstract class Loop implements SmartLifecycle {
    private final Logger log = LoggerFactory.getLogger(getClass());
    private final KurirProperties properties;
    private final Duration period;
    private final Sinks.Many<Boolean> wakes = Sinks.many().multicast().directBestEffort();
    private final Sinks.Empty<Void> end = Sinks.empty();
    private final Sinks.Empty<Void> ended = Sinks.empty();
    private volatile boolean running;

    Loop(KurirProperties properties, Duration period) {
        this.properties = properties;
        this.period = period;
    }

    abstract Mono<Void> run();

    /** One that comes while another is on its way is lost; the period backs it up. */
    final void wake() {
        wakes.tryEmitNext(true);
    }

    @Override
    public final boolean isAutoStartup() {
        return properties.isWorker();
    }

    @Override
    public final void start() {
        running = true;
        Flux.interval(Duration.ZERO, period, Schedulers.parallel())
                .map(_ -> true)
                .mergeWith(wakes.asFlux())
                .onBackpressureLatest()
                .takeUntilOther(end.asMono())
                .concatMap(_ -> safely(), 0)
                .doOnTerminate(ended::tryEmitEmpty)
                .subscribe();
    }

    @Override
    public final void stop(Runnable callback) {
        running = false;
        end.tryEmitEmpty();
        ended.asMono().timeout(Duration.ofSeconds(5), Mono.empty()).subscribe(_ -> {}, _ -> callback.run(), callback);
    }

    @Override
    public final void stop() {
        stop(() -> {});
    }

    @Override
    public final boolean isRunning() {
        return running;
    }

    private Mono<Void> safely() {
        return Mono.defer(this::run).onErrorResume(failure -> {
            log.warn("Tried again in a moment: {}", failure.toString());
            return Mono.empty();
        });
    }
}
