package dev.kurir.platform;

import reactor.core.publisher.Mono;

/** Where a person goes first. Implemented by the module that knows whether the set-up is still to be done. */
public interface FirstPage {

    /** Path and query, for instance {@code /setup?token=…} as long as there is no owner, {@code /} afterwards. */
    Mono<String> path();
}
