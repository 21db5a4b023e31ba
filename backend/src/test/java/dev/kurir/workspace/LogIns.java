package dev.kurir.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.http.ResponseCookie;
import org.springframework.test.web.reactive.server.WebTestClient;

/** People who log in as a browser does. */
abstract class LogIns {
    static final String CSRF = "token-of-this-test";

    final WebTestClient web;
    final ApplicationContext context;

    LogIns(WebTestClient web, ApplicationContext context) {
        this.web = web;
        this.context = context;
    }

    final WebTestClient.ResponseSpec logIn(String email, String password) {
        return web.post()
                .uri("/api/v1/session")
                .cookie("XSRF-TOKEN", CSRF)
                .header("X-XSRF-TOKEN", CSRF)
                .bodyValue(Map.of("email", email, "password", password))
                .exchange();
    }

    static ResponseCookie session(WebTestClient.ResponseSpec answer) {
        ResponseCookie cookie = answer.expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseCookies()
                .getFirst("__Host-sid");
        assertThat(cookie).isNotNull();
        return cookie;
    }
}
