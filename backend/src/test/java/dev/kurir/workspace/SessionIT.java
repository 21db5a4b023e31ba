package dev.kurir.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.testing.KurirTest;
import dev.kurir.testing.Owner;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Who gets a session, what it is good for, and when it ends. */
@KurirTest
class SessionIT extends LogIns {
    private final DatabaseClient database;

    SessionIT(WebTestClient web, ApplicationContext context, DatabaseClient database) {
        super(web, context);
        this.database = database;
    }

    @BeforeEach
    void nobodyGuessed() {
        database.sql("delete from login_failure").then().block(Duration.ofSeconds(10));
    }

    @Test
    void withoutASessionTheApiIsClosed() {
        for (String path : new String[] {"/api/v1/me", "/api/v1/accounts", "/api/v1/stream", "/api/nothing"}) {
            web.get()
                    .uri(path)
                    .exchange()
                    .expectStatus()
                    .isUnauthorized()
                    .expectHeader()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("unauthenticated");
        }
    }

    @Test
    void ofManySessionsThoseThatAreOverAreTold() {
        Owner.of(context);
        Sessions sessions = context.getBean(Sessions.class);
        Token alive = new Token(session(logIn(Owner.EMAIL, Owner.PASSWORD)).getValue());
        Token closed = new Token(session(logIn(Owner.EMAIL, Owner.PASSWORD)).getValue());
        Token unused = new Token(session(logIn(Owner.EMAIL, Owner.PASSWORD)).getValue());
        Token unknown = new Token("never given to anybody");
        sessions.close(closed).block(Duration.ofSeconds(10));
        database.sql("update user_session set last_seen_at = now() - interval '13 hours' where token_hash = :hash")
                .bind("hash", unused.hash())
                .then()
                .block(Duration.ofSeconds(10));

        assertThat(sessions.beat(Set.of(alive, closed, unused, unknown)).block(Duration.ofSeconds(10)))
                .containsExactlyInAnyOrder(closed, unused, unknown);
    }

    @Test
    void aLoginOpensASession() {
        Owner.of(context);
        ResponseCookie cookie = session(logIn(Owner.EMAIL, Owner.PASSWORD));

        assertThat(cookie.isSecure() && cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Lax");
        assertThat(cookie.getPath()).isEqualTo("/");
        Owner.signedIn(web, cookie.getValue())
                .get()
                .uri("/api/v1/me")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.user.email")
                .isEqualTo(Owner.EMAIL)
                .jsonPath("$.user.role")
                .isEqualTo("owner")
                .jsonPath("$.user.language")
                .isEqualTo("en")
                .jsonPath("$.workspace.name")
                .isEqualTo("Kurir")
                .jsonPath("$.insecureCookie")
                .isEqualTo(false)
                .jsonPath("$.buildId")
                .isNotEmpty();
    }

    @Test
    void theTokenItselfIsNotStored() {
        Owner.of(context);
        Token token = new Token(session(logIn(Owner.EMAIL, Owner.PASSWORD)).getValue());

        Long stored = database.sql("select count(*) from user_session where token_hash = :hash")
                .bind("hash", token.hash())
                .mapValue(Long.class)
                .one()
                .block(Duration.ofSeconds(10));
        assertThat(stored).isEqualTo(1);
    }

    @Test
    void anUnknownPersonAndAWrongPasswordGetTheSameAnswer() {
        Owner.of(context);
        String unknown = refusal(logIn("nobody@kurir.test", "some password"));
        String wrong = refusal(logIn(Owner.EMAIL, "some password"));

        assertThat(unknown).isEqualTo(wrong).contains("login_refused");
    }

    @Test
    void aSixthGuessHasToWait() {
        Owner.of(context);
        for (int guess = 0; guess < 5; guess++) {
            logIn(Owner.EMAIL, "wrong " + guess).expectStatus().isUnauthorized();
        }
        logIn(Owner.EMAIL.toUpperCase(Locale.ROOT), Owner.PASSWORD)
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .exists("Retry-After")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("too_many_attempts")
                .jsonPath("$.retryAfter")
                .value(Integer.class, seconds -> assertThat(seconds).isBetween(600, 900));
        logIn("other@kurir.test", "another person").expectStatus().isUnauthorized();
    }

    @Test
    void theRightPasswordForgivesWrongOnes() {
        Owner.of(context);
        for (int round = 0; round < 3; round++) {
            logIn(Owner.EMAIL, "wrong").expectStatus().isUnauthorized();
            logIn(Owner.EMAIL, "wrong").expectStatus().isUnauthorized();
            logIn(Owner.EMAIL, Owner.PASSWORD).expectStatus().isOk();
        }
    }

    @Test
    void logoutEndsTheSession() {
        WebTestClient mine = Owner.of(context).web();
        mine.delete()
                .uri("/api/v1/session")
                .exchange()
                .expectStatus()
                .isNoContent()
                .expectCookie()
                .maxAge("__Host-sid", Duration.ZERO);
        mine.get().uri("/api/v1/me").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void anIdleSessionEnds() {
        WebTestClient mine = Owner.of(context).web();
        database.sql("update user_session set last_seen_at = now() - interval '12 hours 1 minute'")
                .then()
                .block(Duration.ofSeconds(10));
        mine.get().uri("/api/v1/me").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void anOldSessionEndsEvenWhenItIsUsed() {
        WebTestClient mine = Owner.of(context).web();
        database.sql("update user_session set expires_at = now() - interval '1 second'")
                .then()
                .block(Duration.ofSeconds(10));
        mine.get().uri("/api/v1/me").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void peopleChangeTheirNameAndLanguage() {
        WebTestClient mine = Owner.of(context).web();
        mine.patch()
                .uri("/api/v1/me")
                .bodyValue(Map.of("language", "id", "name", " Sari "))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.user.language")
                .isEqualTo("id")
                .jsonPath("$.user.name")
                .isEqualTo("Sari");
        mine.patch()
                .uri("/api/v1/me")
                .bodyValue(Map.of("language", "en", "name", "Owner"))
                .exchange()
                .expectStatus()
                .isOk();
        mine.patch()
                .uri("/api/v1/me")
                .bodyValue(Map.of("name", "a\r\nBcc: x"))
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/name");
    }

    private static String refusal(WebTestClient.ResponseSpec answer) {
        String body = answer.expectStatus()
                .isUnauthorized()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(body).isNotNull();
        return body.replaceAll("\"requestId\":\"[^\"]*\"", "");
    }
}
