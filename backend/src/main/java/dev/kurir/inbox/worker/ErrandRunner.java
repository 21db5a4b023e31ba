package dev.kurir.inbox.worker;

import dev.kurir.inbox.MailErrands;
import dev.kurir.inbox.MailErrands.Due;
import dev.kurir.kernel.AccountId;
import dev.kurir.outbox.AccountOwnership;
import dev.kurir.platform.KurirProperties;
import dev.kurir.platform.worker.Loop;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Sends for errands whose time has come, one visit to an account at a time; a slow server holds up only itself. */
@Component
class ErrandRunner extends Loop {
    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final int MOST_DUE = 500;
    private static final int MOST_VISITS = 16;

    private final MailErrands errands;
    private final AccountErrands account;
    private final AccountOwnership ownership;
    private final Clock clock;
    private final Set<AccountId> visited = ConcurrentHashMap.newKeySet();

    ErrandRunner(
            KurirProperties properties,
            MailErrands errands,
            AccountErrands account,
            AccountOwnership ownership,
            Clock clock) {
        super(properties, PERIOD);
        this.errands = errands;
        this.account = account;
        this.ownership = ownership;
        this.clock = clock;
    }

    @Override
    protected Mono<Void> run() {
        return ownership.node().isEmpty()
                ? Mono.empty()
                : errands.due(ownership.node().getAsLong(), clock.instant(), MOST_DUE)
                        .doOnNext(this::visit)
                        .then();
    }

    private void visit(List<Due> due) {
        Map<AccountId, List<Due>> byAccount = due.stream().collect(Collectors.groupingBy(Due::accountId));
        byAccount.forEach((id, dues) -> {
            if (visited.size() < MOST_VISITS && visited.add(id)) {
                account.run(id, dues).doFinally(_ -> visited.remove(id)).subscribe();
            }
        });
    }
}
