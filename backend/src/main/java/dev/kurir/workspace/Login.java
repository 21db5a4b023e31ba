package dev.kurir.workspace;

import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.UserId;
import dev.kurir.workspace.Users.StoredPassword;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The door for people who are known. */
@Component
public class Login {
    private record Checked(LoginLimits.Taken taken, UserId userId) {}

    private final Users users;
    private final Passwords passwords;
    private final LoginLimits limits;
    private final Sessions sessions;

    Login(Users users, Passwords passwords, LoginLimits limits, Sessions sessions) {
        this.users = users;
        this.passwords = passwords;
        this.limits = limits;
        this.sessions = sessions;
    }

    public Mono<SignedIn> logIn(LoginAttempt attempt) {
        return limits.take(attempt)
                .flatMap(this::check)
                .switchIfEmpty(Mono.error(Login::refused))
                .delayUntil(checked -> limits.forgive(checked.taken()))
                .flatMap(checked -> users.get(checked.userId()))
                .flatMap(this::signIn);
    }

    public Mono<SignedIn> signIn(User user) {
        return sessions.open(user).map(token -> new SignedIn(user, token));
    }

    /** Empty when there is no such person or the password is another; both take the same time. */
    private Mono<Checked> check(LoginLimits.Taken taken) {
        return users.passwordOf(taken.attempt().email()).singleOptional().flatMap(stored -> compare(taken, stored));
    }

    private Mono<Checked> compare(LoginLimits.Taken taken, Optional<StoredPassword> stored) {
        return passwords
                .matches(
                        taken.attempt().password(),
                        stored.map(StoredPassword::hash).orElse(null))
                .filter(Boolean::booleanValue)
                .map(_ -> new Checked(taken, stored.orElseThrow().userId()));
    }

    private static DomainException refused() {
        return new DomainException(
                DomainException.Kind.UNAUTHENTICATED, "login_refused", "E-mail or password is not right.");
    }
}
