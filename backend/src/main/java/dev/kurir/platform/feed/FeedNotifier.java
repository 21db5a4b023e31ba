package dev.kurir.platform.feed;

import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * Says that something new was committed. Call it after the commit, as often as you like: what is called while one
 * notification is on its way becomes one more.
 */
@Component
public class FeedNotifier {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Sinks.Many<Boolean> wakes = Sinks.many().multicast().directBestEffort();

    /** Wakes the readers of all nodes. */
    public void wake() {
        wakes.emitNext(true, Sinks.EmitFailureHandler.busyLooping(PATIENCE));
    }

    /** Whoever is busy gets at least one more signal afterwards. */
    public Flux<Boolean> wakes() {
        return wakes.asFlux().onBackpressureLatest();
    }
}
