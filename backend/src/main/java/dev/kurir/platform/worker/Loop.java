package dev.kurir.platform.worker;

import dev.kurir.platform.KurirProperties;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * Does something again and again, at least once per period and at once when woken, one run at a time. It stops between
 * two runs: a query that runs is never cancelled. A run that fails is told and tried again. It may be started again.
 */
public abstract class Loop implements SmartLifecycle {
    private final Logger log = LoggerFactory.getLogger(getClass());
    private final KurirProperties properties;
    private final Duration period;
    private final Sinks.Many<Boolean> wakes = Sinks.many().multicast().directBestEffort();
    private volatile @Nullable Life life;

    protected Loop(KurirProperties properties, Duration period) {
        this.properties = properties;
        this.period = period;
    }

    protected abstract Mono<Void> run();

    /** One that comes while another is on its way is lost; the period backs it up. */
    protected final void wake() {
        wakes.tryEmitNext(true);
    }

    @Override
    public final boolean isAutoStartup() {
        return properties.isWorker();
    }

    @Override
    public final void start() {
        Life begun = new Life(Sinks.empty(), Sinks.empty());
        life = begun;
        Flux.interval(Duration.ZERO, period, Schedulers.parallel())
                .map(_ -> true)
                .mergeWith(wakes.asFlux())
                .onBackpressureLatest()
                .takeUntilOther(begun.end().asMono())
                .concatMap(_ -> safely(), 0)
                .doOnTerminate(begun.ended()::tryEmitEmpty)
                .subscribe();
    }

    @Override
    public final void stop(Runnable callback) {
        Life ending = life;
        life = null;
        if (ending == null) {
            callback.run();
            return;
        }
        ending.end().tryEmitEmpty();
        ending.ended()
                .asMono()
                .timeout(Duration.ofSeconds(5), Mono.empty())
                .subscribe(_ -> {}, _ -> callback.run(), callback);
    }

    @Override
    public final void stop() {
        stop(() -> {});
    }

    @Override
    public final boolean isRunning() {
        return life != null;
    }

    private Mono<Void> safely() {
        return Mono.defer(this::run).onErrorResume(failure -> {
            log.warn("Tried again in a moment: {}", failure.toString());
            return Mono.empty();
        });
    }

    /** From a start to the stop after it. */
    private record Life(Sinks.Empty<Void> end, Sinks.Empty<Void> ended) {}
}
