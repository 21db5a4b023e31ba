package dev.kurir.outbox.worker;

import dev.kurir.kernel.AccountId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Accounts on their way to another node: nothing of them begins any more, what is in content ends and is written, then
 * they are given up. Lives on the engine's thread.
 */
final class Handover {
    private static final Logger log = LoggerFactory.getLogger(Handover.class);

    private final EngineLoop loop;
    private final Function<AccountId, Mono<Void>> release;
    private final Map<AccountId, AccountWorker> leaving = new HashMap<>();
    private final Set<AccountId> releasing = new HashSet<>();

    Handover(EngineLoop loop, Function<AccountId, Mono<Void>> release) {
        this.loop = loop;
        this.release = release;
    }

    boolean has(AccountId account) {
        return leaving.containsKey(account);
    }

    /** @param retired takes no further messages */
    void begin(AccountId account, AccountWorker retired) {
        leaving.put(account, retired);
        goOn();
    }

    /** Gives up what has become quiet. */
    void goOn() {
        leaving.forEach((account, worker) -> {
            if (isQuiet(worker) && releasing.add(account)) {
                giveUp(account);
            }
        });
    }

    private void giveUp(AccountId account) {
        release.apply(account)
                .doFinally(_ -> loop.execute(() -> releasing.remove(account)))
                .subscribe(
                        _ -> {},
                        failure -> log.warn("An account could not be given up: {}", failure.getMessage()),
                        () -> loop.execute(() -> leaving.remove(account)));
    }

    boolean isQuiet() {
        return leaving.values().stream().allMatch(Handover::isQuiet);
    }

    /** The lease is over. */
    void abort() {
        leaving.values().forEach(AccountWorker::abort);
    }

    private static boolean isQuiet(AccountWorker worker) {
        return worker.backlog().underWay() == 0;
    }
}
