package dev.kurir.testing;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Somebody who was invited and joined. */
public record Colleague(Api api, String id, String name) {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String CSRF = "token-of-this-colleague";

    public static Colleague join(ApplicationContext context, String role, String name) {
        Api owner = new Api(Owner.of(context).web());
        String email = "colleague" + NUMBER.incrementAndGet() + "@kurir.test";
        String link = String.valueOf(owner.created("/api/v1/invites", Map.of("email", email, "role", role))
                .get("link"));
        WebTestClient web = context.getBean(WebTestClient.class);
        String session = Objects.requireNonNull(web.post()
                        .uri("/api/v1/join")
                        .cookie("XSRF-TOKEN", CSRF)
                        .header("X-XSRF-TOKEN", CSRF)
                        .bodyValue(Map.of(
                                "token",
                                link.substring(link.indexOf('=') + 1),
                                "name",
                                name,
                                "language",
                                "en",
                                "password",
                                "a password of ten"))
                        .exchange()
                        .expectStatus()
                        .isCreated()
                        .returnResult(Void.class)
                        .getResponseCookies()
                        .getFirst("__Host-sid"))
                .getValue();
        Api api = new Api(Owner.signedIn(web, session));
        Map<?, ?> user =
                (Map<?, ?>) Objects.requireNonNull(api.object("/api/v1/me").get("user"));
        return new Colleague(api, String.valueOf(user.get("id")), name);
    }
}
