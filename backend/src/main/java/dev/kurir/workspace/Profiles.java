package dev.kurir.workspace;

import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.SingleLine;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** What people may change about themselves. */
@Component
public class Profiles {
    private final Users users;
    private final Passwords passwords;
    private final Sessions sessions;
    private final TransactionalOperator transaction;

    Profiles(Users users, Passwords passwords, Sessions sessions, TransactionalOperator transaction) {
        this.users = users;
        this.passwords = passwords;
        this.sessions = sessions;
        this.transaction = transaction;
    }

    public Mono<User> get(Caller caller) {
        return users.get(caller.userId());
    }

    /** Null leaves things as they are. */
    public Mono<User> update(Caller caller, @Nullable String name, @Nullable Language language) {
        return users.get(caller.userId()).flatMap(user -> update(user, name, language));
    }

    /** Ends all other sessions. Refuses {@code password_wrong}. */
    public Mono<Void> changePassword(Caller caller, Token session, String current, String wanted) {
        return users.passwordHash(caller.userId())
                .flatMap(hash -> passwords.matches(current, hash))
                .filter(Boolean::booleanValue)
                .switchIfEmpty(Mono.error(() ->
                        DomainException.invalid("/current", "password_wrong", "This is not your present password.")))
                .then(passwords.hash(wanted))
                .flatMap(hash -> users.setPassword(caller.userId(), hash)
                        .then(Mono.defer(() -> sessions.closeOthers(caller.userId(), session)))
                        .as(transaction::transactional));
    }

    private Mono<User> update(User user, @Nullable String name, @Nullable Language language) {
        String newName = name == null ? user.name() : SingleLine.require("/name", name.strip());
        Language newLanguage = language == null ? user.language() : language;
        return users.update(user.id(), newName, newLanguage).then(users.get(user.id()));
    }
}
