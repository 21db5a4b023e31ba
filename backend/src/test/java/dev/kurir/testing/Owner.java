package dev.kurir.testing;

import dev.kurir.kernel.DomainException;
import dev.kurir.workspace.Caller;
import dev.kurir.workspace.Language;
import dev.kurir.workspace.Login;
import dev.kurir.workspace.NewOwner;
import dev.kurir.workspace.SetUp;
import dev.kurir.workspace.SignedIn;
import dev.kurir.workspace.User;
import dev.kurir.workspace.Users;
import java.time.Duration;
import java.util.Objects;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * The owner of the installation under test, created by the real set-up, with a client that has a session and the CSRF
 * token:
 *
 * <pre>{@code
 * Owner owner = Owner.of(context);
 * owner.web().post().uri("/api/v1/accounts")…
 * }</pre>
 */
public record Owner(WebTestClient web, Caller caller) {
    public static final String EMAIL = "owner@kurir.test";
    public static final String PASSWORD = "correct horse battery";
    private static final String CSRF = "0b1c2d3e-csrf-of-the-test";

    /** The same owner for everybody who asks this context. */
    public static Owner of(ApplicationContext context) {
        SignedIn entered = Objects.requireNonNull(find(context)
                .flatMap(user -> context.getBean(Login.class).signIn(user))
                .switchIfEmpty(Mono.defer(() -> create(context)))
                .block(Duration.ofSeconds(30)));
        return new Owner(
                signedIn(context.getBean(WebTestClient.class), entered.token().text()),
                entered.user().asCaller());
    }

    public static WebTestClient signedIn(WebTestClient web, String session) {
        return web.mutate()
                .defaultCookie("__Host-sid", session)
                .defaultCookie("XSRF-TOKEN", CSRF)
                .defaultHeader("X-XSRF-TOKEN", CSRF)
                .build();
    }

    private static Mono<User> find(ApplicationContext context) {
        Users users = context.getBean(Users.class);
        return users.passwordOf(EMAIL).flatMap(stored -> users.get(stored.userId()));
    }

    private static Mono<SignedIn> create(ApplicationContext context) {
        SetUp setUp = context.getBean(SetUp.class);
        NewOwner owner = NewOwner.of(EMAIL, "Owner", Language.ENGLISH);
        // The program announces itself with a token of its own, perhaps just now; then this one is worth nothing.
        return Mono.defer(setUp::issueToken)
                .flatMap(token -> setUp.setUp(token, owner, PASSWORD))
                .retryWhen(Retry.max(3).filter(Owner::isOvertaken));
    }

    private static boolean isOvertaken(Throwable failure) {
        return failure instanceof DomainException refusal && refusal.code().equals("setup_token_invalid");
    }
}
