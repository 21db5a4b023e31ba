package dev.kurir.platform;

import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;

/**
 * What may only happen once the caller's transaction is committed, such as waking a worker that would look too early.
 */
public final class AfterCommit {
    private AfterCommit() {}

    /** Runs it after the commit of the transaction around, or at once where there is none; after a rollback never. */
    public static Mono<Void> run(Runnable action) {
        return TransactionSynchronizationManager.forCurrentTransaction()
                .doOnNext(transaction -> transaction.registerSynchronization(synchronization(action)))
                .hasElement()
                .onErrorReturn(NoTransactionException.class, false)
                .doOnNext(isLater -> runUnless(isLater, action))
                .then();
    }

    private static void runUnless(boolean isLater, Runnable action) {
        if (!isLater) {
            action.run();
        }
    }

    private static TransactionSynchronization synchronization(Runnable action) {
        return new TransactionSynchronization() {
            @Override
            public Mono<Void> afterCommit() {
                return Mono.fromRunnable(action);
            }
        };
    }
}
