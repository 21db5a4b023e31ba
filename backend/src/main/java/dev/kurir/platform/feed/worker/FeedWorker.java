package dev.kurir.platform.feed.worker;

import dev.kurir.platform.feed.FeedNotifier;
import dev.kurir.platform.feed.FeedStream;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Keeps the streams of this node going: tells other nodes what was committed here, and reads what was committed
 * anywhere.
 */
@Component
class FeedWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(FeedWorker.class);
    /** At most ten times a second, however much happens. */
    private static final Duration PAUSE = Duration.ofMillis(100);
    /** With many clients less often: news come in time for people, and the mail has the machine for itself. */
    private static final Duration PAUSE_PER_CLIENT = Duration.ofNanos(120_000);

    private static final Duration LONGEST_PAUSE = Duration.ofMillis(800);
    /** Where notifications do not arrive, this is how late news may be. */
    private static final Duration POLL = Duration.ofSeconds(1);

    private final FeedNotifier notifier;
    private final FeedChannel channel;
    private final FeedStream stream;
    private Disposable running = Disposables.disposed();

    FeedWorker(FeedNotifier notifier, FeedChannel channel, FeedStream stream) {
        this.notifier = notifier;
        this.channel = channel;
        this.stream = stream;
    }

    @Override
    public void start() {
        running = Disposables.composite(telling().subscribe(), reading().subscribe());
    }

    private Flux<Void> telling() {
        return notifier.wakes().concatMap(_ -> withPause(channel.tell(), PAUSE, "The feed cannot tell other nodes"), 1);
    }

    private Flux<Void> reading() {
        Flux<Boolean> wakes = Flux.merge(
                notifier.wakes(), channel.heard(), Flux.interval(POLL).map(_ -> true));
        return stream.start()
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, POLL))
                .thenMany(wakes.onBackpressureLatest()
                        .concatMap(_ -> withPause(stream.catchUp(), pause(), "The feed cannot be read"), 1));
    }

    private Duration pause() {
        Duration wanted = PAUSE_PER_CLIENT.multipliedBy(stream.clients());
        return wanted.compareTo(PAUSE) < 0 ? PAUSE : wanted.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wanted;
    }

    /** A failure is told and outlived: the next signal tries again. */
    private static Mono<Void> withPause(Mono<Void> step, Duration pause, String failed) {
        return step.doOnError(failure -> LOG.warn("{}: {}", failed, failure.getMessage()))
                .onErrorComplete()
                .then(Mono.delay(pause))
                .then();
    }

    @Override
    public void stop() {
        running.dispose();
    }

    @Override
    public boolean isRunning() {
        return !running.isDisposed();
    }
}
