package dev.kurir.account;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.platform.feed.Feed;
import dev.kurir.platform.feed.FeedEntry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** The accounts as the modules that send and read mail see them. */
@Component
public class Accounts {
    private final AccountSwitches switches;
    private final SendingAccounts sending;
    private final Feed feed;
    private final TransactionalOperator transaction;

    Accounts(AccountSwitches switches, SendingAccounts sending, Feed feed, TransactionalOperator transaction) {
        this.switches = switches;
        this.sending = sending;
        this.feed = feed;
        this.transaction = transaction;
    }

    /** Everything sending needs, the password included; {@code account_not_found} where it was deleted. */
    public Mono<SendingAccount> sending(AccountId id) {
        return sending.find(id).switchIfEmpty(Mono.error(() -> DomainException.notFound("account")));
    }

    /** Those of them that were not deleted, the unusable ones too. */
    public Mono<List<SendingAccount>> sending(Collection<AccountId> ids) {
        return sending.find(ids);
    }

    /** The active accounts of a workspace by name. */
    public Mono<List<AccountSummary>> active(WorkspaceId workspace) {
        return switches.active(workspace);
    }

    /** A person throws the switch; that also clears what the program itself had stopped for. */
    public Mono<Void> want(WorkspaceId workspace, AccountId id, boolean on, String actor) {
        FeedEntry entry =
                FeedEntry.log(workspace, "worker_wanted", FeedEntry.Level.INFO, Map.of("wanted", on ? "ON" : "OFF"));
        return switches.want(workspace, id, on)
                .switchIfEmpty(Mono.error(() -> DomainException.notFound("account")))
                .flatMap(_ -> feed.publish(entry.about(id).by(actor)))
                .then(feed.publish(AccountFeed.changed(workspace, id)))
                .as(transaction::transactional);
    }

    /**
     * The program stops the account because going on is useless (a refused login). A person's switch, or
     * {@link #resume}, lets it go on. Writes {@code worker_blocked} where the reason is a new one.
     */
    public Mono<Void> suspend(AccountId id, String reason, String detail) {
        return switches.suspend(id, reason, detail)
                .flatMap(workspace -> blocked(workspace, id, reason, detail))
                .as(transaction::transactional);
    }

    public Mono<Void> resume(AccountId id) {
        return switches.resume(id)
                .flatMap(workspace -> feed.publish(AccountFeed.changed(workspace, id)))
                .as(transaction::transactional);
    }

    private Mono<Void> blocked(WorkspaceId workspace, AccountId id, String reason, String detail) {
        FeedEntry entry = FeedEntry.log(
                workspace, "worker_blocked", FeedEntry.Level.ERROR, Map.of("reason", reason, "detail", detail));
        return feed.publish(entry.about(id)).then(feed.publish(AccountFeed.changed(workspace, id)));
    }
}
