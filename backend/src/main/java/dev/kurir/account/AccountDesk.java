package dev.kurir.account;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.platform.feed.Feed;
import dev.kurir.platform.feed.FeedEntry;
import dev.kurir.platform.web.IfMatch;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What people do with accounts: add, change, deactivate, remove. */
@Component
public class AccountDesk {
    private final StoredAccounts accounts;
    private final AccountSwitches switches;
    private final PlainTargets plainTargets;
    private final ObjectProvider<AccountRemovalCheck> removalChecks;
    private final Feed feed;
    private final TransactionalOperator transaction;

    AccountDesk(
            StoredAccounts accounts,
            AccountSwitches switches,
            PlainTargets plainTargets,
            ObjectProvider<AccountRemovalCheck> removalChecks,
            Feed feed,
            TransactionalOperator transaction) {
        this.accounts = accounts;
        this.switches = switches;
        this.plainTargets = plainTargets;
        this.removalChecks = removalChecks;
        this.feed = feed;
        this.transaction = transaction;
    }

    public Mono<List<Account>> all(WorkspaceId workspace, @Nullable Boolean active) {
        return accounts.all(workspace, active);
    }

    public Mono<Account> get(WorkspaceId workspace, AccountId id) {
        return accounts.find(workspace, id).switchIfEmpty(Mono.error(() -> DomainException.notFound("account")));
    }

    public Mono<Account> add(WorkspaceId workspace, NewAccount account, String actor) {
        return Mono.fromRunnable(() -> checkNew(account))
                .then(checkPlain(account))
                .then(insert(workspace, account, actor));
    }

    /** Applies a change. {@code ifMatch} is the version that was read, null where any will do. */
    public Mono<Account> change(
            WorkspaceId workspace, AccountId id, AccountChange change, @Nullable String ifMatch, String actor) {
        return get(workspace, id)
                .flatMap(stored -> checkPlain(stored, change))
                .then(update(workspace, id, change, ifMatch, actor));
    }

    /** Destroys the credentials; what the account sent stays in the history. */
    public Mono<Void> remove(WorkspaceId workspace, AccountId id, String actor) {
        return get(workspace, id)
                .thenMany(Flux.fromStream(removalChecks::orderedStream))
                .concatMap(check -> check.check(id))
                .then(accounts.remove(workspace, id))
                .flatMap(_ -> tell(workspace, id, "account_removed", actor))
                .as(transaction::transactional);
    }

    private static void checkNew(NewAccount account) {
        AccountRules.check(account.settings());
        AccountRules.check(account.passwords());
    }

    private Mono<Void> checkPlain(NewAccount account) {
        AccountSettings settings = account.settings();
        return account.sandbox() ? Mono.empty() : plainTargets.check(settings.smtp(), settings.imap());
    }

    /** Outside of the transaction, because it asks the name service. */
    private Mono<Void> checkPlain(Account stored, AccountChange change) {
        AccountSettings settings = change.settings().apply(stored.settings());
        AccountRules.check(settings);
        return plainTargets.checkChange(stored.settings(), settings.smtp(), settings.imap());
    }

    private Mono<Account> insert(WorkspaceId workspace, NewAccount account, String actor) {
        return requireCategory(workspace, account.settings())
                .then(accounts.add(workspace, account))
                .delayUntil(id -> accounts.setPasswords(workspace, id, account.passwords()))
                .delayUntil(id -> tell(workspace, id, "account_added", actor))
                .flatMap(id -> get(workspace, id))
                .as(transaction::transactional);
    }

    private Mono<Account> update(
            WorkspaceId workspace, AccountId id, AccountChange change, @Nullable String ifMatch, String actor) {
        return get(workspace, id)
                .doOnNext(stored -> IfMatch.check(ifMatch, stored.version()))
                .delayUntil(stored -> write(workspace, stored, change))
                .flatMap(stored -> told(workspace, stored, actor))
                .as(transaction::transactional);
    }

    private Mono<Account> told(WorkspaceId workspace, Account before, String actor) {
        return get(workspace, before.id()).delayUntil(now -> tell(workspace, now.id(), logType(before, now), actor));
    }

    private Mono<AccountId> write(WorkspaceId workspace, Account stored, AccountChange change) {
        AccountSettings settings = change.settings().apply(stored.settings());
        AccountRules.check(settings);
        AccountRules.check(change.passwords());
        PasswordReuse.check(stored, settings.smtp(), settings.imap(), change.passwords());
        return requireCategory(workspace, settings)
                .then(accounts.replace(workspace, stored, settings))
                .switchIfEmpty(Mono.error(IfMatch::stale))
                .delayUntil(id -> accounts.setPasswords(workspace, id, change.passwords()))
                .delayUntil(id -> connectsAnew(stored, settings, change) ? switches.resume(id) : Mono.empty());
    }

    /** What the program had stopped for may be mended: let it try again. */
    private static boolean connectsAnew(Account stored, AccountSettings settings, AccountChange change) {
        return change.passwords().smtp() != null
                || !settings.smtp().equals(stored.settings().smtp())
                || !settings.username().equals(stored.settings().username());
    }

    private Mono<Void> requireCategory(WorkspaceId workspace, AccountSettings settings) {
        return accounts.hasCategory(workspace, settings.categoryId())
                .filter(known -> known)
                .switchIfEmpty(Mono.error(() ->
                        DomainException.invalid("/categoryId", "category_not_found", "There is no such category.")))
                .then();
    }

    private Mono<Void> tell(WorkspaceId workspace, AccountId id, String type, String actor) {
        FeedEntry entry = FeedEntry.log(workspace, type, FeedEntry.Level.INFO, Map.of());
        return feed.publish(entry.about(id).by(actor)).then(feed.publish(AccountFeed.changed(workspace, id)));
    }

    private static String logType(Account before, Account now) {
        if (before.settings().active() == now.settings().active()) {
            return "account_changed";
        }
        return now.settings().active() ? "account_activated" : "account_deactivated";
    }
}
