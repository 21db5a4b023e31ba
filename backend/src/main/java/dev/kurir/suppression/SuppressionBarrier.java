package dev.kurir.suppression;

import reactor.core.publisher.Mono;

/**
 * Completes when every intent that had not seen the newest suppression is committed. Owned by suppression, implemented
 * by the outbox (its gate). Called after the commit, never inside a transaction.
 */
public interface SuppressionBarrier {
    Mono<Void> await();
}
