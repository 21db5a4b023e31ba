package dev.kurir.workspace;

import reactor.core.publisher.Mono;

/** The one token with which an owner can be created. */
public interface SetUpTokens {
    Mono<Void> store(byte[] hash);

    Mono<Boolean> isValid(byte[] hash);

    /** True for exactly one caller. */
    Mono<Boolean> use(byte[] hash);
}
