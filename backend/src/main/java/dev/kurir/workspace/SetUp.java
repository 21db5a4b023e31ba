package dev.kurir.workspace;

import dev.kurir.kernel.DomainException;
import dev.kurir.platform.feed.Feed;
import dev.kurir.platform.feed.FeedEntry;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * From an empty installation to its owner. Only who has the token that the program printed can do it, and only once.
 */
@Component
public class SetUp {
    private final SetUpTokens tokens;
    private final Users users;
    private final Passwords passwords;
    private final Login login;
    private final List<WorkspaceSeed> seeds;
    private final Feed feed;
    private final TransactionalOperator transaction;

    SetUp(
            SetUpTokens tokens,
            Users users,
            Passwords passwords,
            Login login,
            List<WorkspaceSeed> seeds,
            Feed feed,
            TransactionalOperator transaction) {
        this.tokens = tokens;
        this.users = users;
        this.passwords = passwords;
        this.login = login;
        this.seeds = seeds;
        this.feed = feed;
        this.transaction = transaction;
    }

    public Mono<Boolean> isNeeded() {
        return users.isEmpty();
    }

    /** A token for somebody who reads the program's output; the one before is worth nothing from now on. */
    public Mono<Token> issueToken() {
        return Token.random().delayUntil(token -> tokens.store(token.hash()));
    }

    public Mono<SignedIn> setUp(Token token, NewOwner owner, String password) {
        return requireNeeded()
                .then(requireValid(token))
                .then(passwords.hash(password))
                .flatMap(hash -> create(token, owner, hash).as(transaction::transactional));
    }

    private Mono<Void> requireNeeded() {
        return isNeeded()
                .filter(Boolean::booleanValue)
                .switchIfEmpty(Mono.error(SetUp::isDone))
                .then();
    }

    private Mono<Void> requireValid(Token token) {
        return tokens.isValid(token.hash())
                .filter(Boolean::booleanValue)
                .switchIfEmpty(Mono.error(SetUp::isWrong))
                .then();
    }

    private Mono<SignedIn> create(Token token, NewOwner owner, String passwordHash) {
        return tokens.use(token.hash())
                .filter(Boolean::booleanValue)
                // Somebody else was faster, with this token or by starting the program again.
                .switchIfEmpty(Mono.defer(() -> requireNeeded().then(Mono.error(SetUp::isWrong))))
                .then(Mono.defer(() -> users.createOwner(owner, passwordHash)))
                .delayUntil(user -> seed(user, owner.language()))
                .delayUntil(user -> feed.publish(created(user)))
                .flatMap(login::signIn);
    }

    private Mono<Void> seed(User user, Language language) {
        return Flux.fromIterable(seeds)
                .concatMap(seed -> seed.seed(user.workspaceId(), language))
                .then();
    }

    private static FeedEntry created(User user) {
        return FeedEntry.log(user.workspaceId(), "owner_created", FeedEntry.Level.INFO, Map.of("name", user.name()))
                .by(user.name());
    }

    private static DomainException isWrong() {
        return new DomainException(
                DomainException.Kind.FORBIDDEN,
                "setup_token_invalid",
                "This link is not valid. Use the one that the program printed at its last start.");
    }

    private static DomainException isDone() {
        return new DomainException(
                DomainException.Kind.CONFLICT, "already_set_up", "This installation has its owner already.");
    }
}
