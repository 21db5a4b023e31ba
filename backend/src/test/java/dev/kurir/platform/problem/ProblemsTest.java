package dev.kurir.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.DomainException.Kind;
import dev.kurir.platform.ids.PublicIds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;

/** What a refusal looks like, whatever it comes from. */
class ProblemsTest extends ProblemsOverHttp {
    @ParameterizedTest
    @CsvSource({
        "INVALID,422",
        "UNAUTHENTICATED,401",
        "FORBIDDEN,403",
        "NOT_FOUND,404",
        "CONFLICT,409",
        "STALE,412",
        "TOO_LARGE,413",
        "TOO_MANY,429",
        "UNAVAILABLE,503"
    })
    void everyKindOfRefusalHasItsStatus(Kind kind, int status) {
        client.get()
                .uri("/refuse?kind=" + kind)
                .header("X-Request-Id", "abc-1")
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectHeader()
                .valueEquals("X-Request-Id", "abc-1")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:kurir:problem:some_code")
                .jsonPath("$.code")
                .isEqualTo("some_code")
                .jsonPath("$.status")
                .isEqualTo(status)
                .jsonPath("$.detail")
                .isEqualTo("A sentence.")
                .jsonPath("$.instance")
                .isEqualTo("/refuse")
                .jsonPath("$.requestId")
                .isEqualTo("abc-1")
                .jsonPath("$.errors")
                .doesNotExist();
    }

    @Test
    void aRefusalThatTimeMendsSaysHowLong() {
        client.get()
                .uri("/later")
                .exchange()
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .valueEquals("Retry-After", "90")
                .expectBody()
                .jsonPath("$.retryAfter")
                .isEqualTo(90);
    }

    @Test
    void aBadIdInThePathIsNotFound() {
        client.get()
                .uri("/accounts/17")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("account_not_found");
    }

    @Test
    void aGoodIdInThePathIsTheKey() {
        String id = context.getBean(PublicIds.class).encode(new AccountId(17)).toString();
        client.get().uri("/accounts/" + id).exchange().expectBody(String.class).isEqualTo("17");
    }

    @Test
    void anotherVersionIsStale() {
        client.get()
                .uri("/version")
                .header("If-Match", "\"3\"")
                .exchange()
                .expectStatus()
                .isOk();
        client.get().uri("/version").exchange().expectStatus().isOk();
        client.get()
                .uri("/version")
                .header("If-Match", "2")
                .exchange()
                .expectStatus()
                .isEqualTo(412)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("stale");
    }

    @Test
    void unknownRoutesAndMethodsAreProblems() {
        client.get()
                .uri("/nowhere")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("not_found");
        client.delete()
                .uri("/refuse")
                .exchange()
                .expectStatus()
                .isEqualTo(405)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("method_not_allowed");
        client.post()
                .uri("/sample")
                .contentType(MediaType.TEXT_PLAIN)
                .bodyValue("x")
                .exchange()
                .expectStatus()
                .isEqualTo(415)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("unsupported_media_type");
    }

    @Test
    void aBugTellsNothing() {
        client.get()
                .uri("/bug")
                .exchange()
                .expectStatus()
                .isEqualTo(500)
                .expectBody(String.class)
                .value(body -> assertThat(body).contains("internal_error").doesNotContain("secret"));
    }
}
