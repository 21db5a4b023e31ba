package dev.kurir.acceptance;

import dev.kurir.workspace.SetUp;
import dev.kurir.workspace.Token;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.ResponseCookie;
import org.springframework.test.web.reactive.server.FluxExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Whoever has the token that the program announces, and becomes its owner. */
record Newcomer(WebTestClient web, SetUp setUp) {
    /** The session; empty where the token was overtaken. */
    String setUpWithToken() {
        Token token = Objects.requireNonNull(setUp.issueToken().block(Duration.ofSeconds(90)));
        FluxExchangeResult<String> answer = web.post()
                .uri("/api/v1/setup")
                .cookie("XSRF-TOKEN", "x")
                .header("X-XSRF-TOKEN", "x")
                .bodyValue(Map.of(
                        "token", token.text(),
                        "language", "en",
                        "name", "Sari",
                        "email", "sari@kurir.test",
                        "password", "a long password"))
                .exchange()
                .returnResult(String.class);
        ResponseCookie cookie = answer.getResponseCookies().getFirst("__Host-sid");
        return cookie == null ? "" : cookie.getValue();
    }
}
