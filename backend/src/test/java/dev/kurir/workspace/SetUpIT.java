package dev.kurir.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.testing.KurirTest;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;

/** One installation from its first minute on, so the steps are in order. */
@KurirTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SetUpIT {
    private final WebTestClient web;
    private final SetUp setUp;
    private final DatabaseClient database;

    SetUpIT(WebTestClient web, SetUp setUp, DatabaseClient database) {
        this.web = web;
        this.setUp = setUp;
        this.database = database;
    }

    @Test
    @Order(1)
    void anEmptyInstallationNeedsItsOwner() {
        isNeeded(true);
        // The program's own announcement makes a token too; the tokens of the following steps must come after it.
        Awaitility.await().until(() -> count("instance where setup_token_hash is not null") == 1);
    }

    @Test
    @Order(2)
    void withoutTheRightTokenNobodyBecomesOwner() {
        post(request("guessed"))
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("setup_token_invalid");
        isNeeded(true);
    }

    @Test
    @Order(3)
    void aNewTokenMakesTheOneBeforeWorthless() {
        String before = issue();
        issue();
        post(request(before)).expectStatus().isForbidden();
    }

    @Test
    @Order(4)
    void whatIsMissingIsNamed() {
        Map<String, Object> request = request(issue());
        request.remove("language");
        request.put("password", "too short");
        request.put("email", "");
        post(request)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[?(@.pointer=='/password')].code")
                .isEqualTo("too_short")
                .jsonPath("$.errors[?(@.pointer=='/language')].code")
                .isEqualTo("required")
                .jsonPath("$.errors[?(@.pointer=='/email')].code")
                .isEqualTo("required");
    }

    @Test
    @Order(5)
    void anAddressMustBeOne() {
        Map<String, Object> request = request(issue());
        request.put("email", "sari@nowhere\r\nBcc: x@y.test");
        post(request)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/email");
    }

    @Test
    @Order(6)
    void ofManyAtOnceOneBecomesOwner() {
        String token = issue();
        Long made = Flux.range(0, 5)
                .flatMap(
                        i -> setUp.setUp(
                                        new Token(token),
                                        NewOwner.of("o" + i + "@kurir.test", "O", Language.ENGLISH),
                                        "long password")
                                .map(_ -> 1L)
                                .onErrorReturn(0L),
                        5)
                .reduce(Long::sum)
                .block(Duration.ofSeconds(30));

        assertThat(made).isEqualTo(1);
        assertThat(count("app_user")).isEqualTo(1);
        assertThat(count("workspace")).isEqualTo(1);
    }

    @Test
    @Order(7)
    void afterwardsTheDoorIsShut() {
        isNeeded(false);
        post(request(issue()))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("already_set_up");
    }

    @Test
    @Order(8)
    void thePasswordIsKeptAsArgon2id() {
        String hash = database.sql("select password_hash from app_user")
                .mapValue(String.class)
                .one()
                .block(Duration.ofSeconds(10));
        assertThat(hash).startsWith("$argon2id$v=19$");
    }

    private void isNeeded(boolean needed) {
        web.get()
                .uri("/api/v1/setup")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.needed")
                .isEqualTo(needed);
    }

    private String issue() {
        return Objects.requireNonNull(setUp.issueToken().block(Duration.ofSeconds(10)))
                .text();
    }

    private Long count(String table) {
        return database.sql("select count(*) from " + table)
                .mapValue(Long.class)
                .one()
                .block(Duration.ofSeconds(10));
    }

    private static Map<String, Object> request(String token) {
        return new HashMap<>(Map.of(
                "token",
                token,
                "language",
                "id",
                "name",
                "Sari",
                "email",
                "sari@kurir.test",
                "password",
                "rahasia panjang"));
    }

    private WebTestClient.ResponseSpec post(Map<String, Object> body) {
        return web.post()
                .uri("/api/v1/setup")
                .cookie("XSRF-TOKEN", "x")
                .header("X-XSRF-TOKEN", "x")
                .bodyValue(body)
                .exchange();
    }
}
