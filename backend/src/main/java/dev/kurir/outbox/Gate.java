package dev.kurir.outbox;

import reactor.core.publisher.Mono;

/**
 * The gate between a stop and the intents. Commit the fact, then pass the gate, then count: engine, "OFF means off".
 */
public interface Gate {
    /** True once every intent that did not see the fact is committed; false when that could not be learned in time. */
    Mono<Boolean> pass();
}
