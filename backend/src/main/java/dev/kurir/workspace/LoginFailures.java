package dev.kurir.workspace;

import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** Attempts to log in that did not succeed. */
public interface LoginFailures {
    /** Adds one and gives all since then, this one included, the oldest first. */
    Mono<List<Instant>> add(String key, Instant at, Instant since);

    Mono<Void> remove(String key, Instant at);

    Mono<Void> clear(String key);

    Mono<Void> forget(Instant before);
}
