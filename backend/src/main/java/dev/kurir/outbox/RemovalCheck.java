package dev.kurir.outbox;

import dev.kurir.account.AccountRemovalCheck;
import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.DomainException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** An account with messages under way cannot go: their outcome would have nowhere to come from. */
@Component
class RemovalCheck implements AccountRemovalCheck {
    private final Queues queues;

    RemovalCheck(Queues queues) {
        this.queues = queues;
    }

    @Override
    public Mono<Void> check(AccountId id) {
        return queues.inFlightOf(id).filter(count -> count > 0).flatMap(count -> Mono.error(inUse(count)));
    }

    private static DomainException inUse(long count) {
        return new DomainException(
                DomainException.Kind.CONFLICT,
                "account_in_use",
                count + " messages of this account are under way. Switch its worker off and try again in a moment.");
    }
}
