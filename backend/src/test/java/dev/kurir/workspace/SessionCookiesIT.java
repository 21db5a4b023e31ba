package dev.kurir.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.testing.KurirTest;
import dev.kurir.testing.Owner;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.MultiValueMap;

/** The cookie of a session behind any address, and the token that keeps other sites from using it. */
@KurirTest
class SessionCookiesIT extends LogIns {
    SessionCookiesIT(WebTestClient web, ApplicationContext context) {
        super(web, context);
    }

    @Test
    void withoutTheTokenNothingChanges() {
        Owner.of(context);
        String session = session(logIn(Owner.EMAIL, Owner.PASSWORD)).getValue();
        web.patch()
                .uri("/api/v1/me")
                .cookie("__Host-sid", session)
                .bodyValue(Map.of("name", "Forged"))
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("csrf_token_invalid");
    }

    @Test
    void theLoginIsProtectedToo() {
        web.post()
                .uri("/api/v1/session")
                .bodyValue(Map.of("email", Owner.EMAIL, "password", Owner.PASSWORD))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void anotherSiteCannotActEvenWithTheToken() {
        WebTestClient mine = Owner.of(context).web();
        for (Map.Entry<String, String> header : Map.of("Sec-Fetch-Site", "same-site", "Origin", "https://evil.example")
                .entrySet()) {
            mine.patch()
                    .uri("/api/v1/me")
                    .header(header.getKey(), header.getValue())
                    .bodyValue(Map.of("name", "Forged"))
                    .exchange()
                    .expectStatus()
                    .isForbidden()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("cross_site");
        }
    }

    @Test
    void thePageItselfBringsTheTokenThatTheFirstLoginNeeds() {
        web.get()
                .uri("/login")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectCookie()
                .exists("XSRF-TOKEN");
    }

    @Test
    void theFirstAnswerBringsTheToken() {
        web.get()
                .uri("/api/v1/setup")
                .exchange()
                .expectStatus()
                .isOk()
                .expectCookie()
                .exists("XSRF-TOKEN")
                .expectCookie()
                .httpOnly("XSRF-TOKEN", false);
    }

    @Test
    void onAPlainHostTheCookieIsPlainAndSaidSo() {
        Owner.of(context);
        EntityExchangeResult<byte[]> answer = logInFrom("192.168.1.7:8080", null);

        assertThat(answer.getResponseCookies().getFirst("kurir_sid"))
                .satisfies(cookie -> assertThat(cookie.isSecure()).isFalse());
        assertThat(new String(answer.getResponseBody(), StandardCharsets.UTF_8)).contains("\"insecureCookie\":true");
    }

    @Test
    void behindAProxyThatEndsTlsTheCookieIsSecure() {
        Owner.of(context);
        MultiValueMap<String, ResponseCookie> cookies =
                logInFrom("mail.example.com", "https://mail.example.com").getResponseCookies();

        assertThat(cookies).containsKey("__Host-sid").doesNotContainKey("kurir_sid");
    }

    private EntityExchangeResult<byte[]> logInFrom(String host, @Nullable String origin) {
        return web.post()
                .uri("/api/v1/session")
                .header("Host", host)
                .headers(headers -> {
                    if (origin != null) {
                        headers.setOrigin(origin);
                    }
                })
                .cookie("XSRF-TOKEN", CSRF)
                .header("X-XSRF-TOKEN", CSRF)
                .bodyValue(Map.of("email", Owner.EMAIL, "password", Owner.PASSWORD))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult();
    }
}
