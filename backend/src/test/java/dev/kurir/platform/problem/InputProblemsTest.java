package dev.kurir.platform.problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;

/** Input that does not fit is named by its field. */
class InputProblemsTest extends ProblemsOverHttp {
    @Test
    void brokenConstraintsNameFieldAndCode() {
        post("{\"name\":\"  \",\"smtp\":{\"host\":\"" + "h".repeat(6) + "\",\"port\":70000},\"to\":[\"\",\"a\"]}")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("invalid")
                .jsonPath("$.errors[?(@.pointer=='/name')].code")
                .isEqualTo("required")
                .jsonPath("$.errors[?(@.pointer=='/smtp/host')].code")
                .isEqualTo("too_long")
                .jsonPath("$.errors[?(@.pointer=='/smtp/host')].detail")
                .isEqualTo("At most 5 characters.")
                .jsonPath("$.errors[?(@.pointer=='/smtp/port')].code")
                .isEqualTo("too_large")
                .jsonPath("$.errors[?(@.pointer=='/to/0')].code")
                .isEqualTo("required")
                .jsonPath("$.errors.length()")
                .isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"x\",\"smtp\":{\"host\":\"h\",\"port\":\"many\"}}|/smtp/port|wrong_type",
                "{\"name\":\"x\",\"account\":\"nonsense\"}|/account|unknown_id",
                "{\"name\":\"x\",\"account\":\"00000000-0000-8000-8000-000000000000\"}|/account|unknown_id",
                "{\"name\":\"x\",\"kind\":\"SOME\"}|/kind|unknown_value",
                "{\"name\":\"x\",\"to\":[\"a\",{}]}|/to/1|wrong_type",
            })
    void jsonThatDoesNotFitNamesTheField(String body, String pointer, String code) {
        post(body)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo(pointer)
                .jsonPath("$.errors[0].code")
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"name\":|malformed_json", "[]|malformed_json", "''|malformed_json"})
    void whatIsNoJsonIsABadRequest(String body, String code) {
        post(body).expectStatus().isBadRequest().expectBody().jsonPath("$.code").isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"account=17,/account,account_not_found", "limit=many,/limit,invalid", "limit=900,/limit,too_large"})
    void aBadParameterIsNamed(String query, String pointer, String code) {
        client.get()
                .uri("/accounts?" + query)
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo(pointer)
                .jsonPath("$.errors[0].code")
                .isEqualTo(code);
    }

    @Test
    void tooMuchIsRefused() {
        post("{\"name\":\"" + "x".repeat(1_100_000) + "\"}")
                .expectStatus()
                .isEqualTo(413)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("body_too_large");
    }

    @Test
    void tooMuchIsRefusedEvenWithoutAnAnnouncedLength() {
        client.post()
                .uri("/sample")
                .contentType(MediaType.APPLICATION_JSON)
                .body(reactor.core.publisher.Flux.range(0, 1200).map(i -> "x".repeat(1024)), String.class)
                .exchange()
                .expectStatus()
                .isEqualTo(413);
    }
}
