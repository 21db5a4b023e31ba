package dev.kurir.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.DomainException.Kind;
import dev.kurir.platform.ids.PublicIds;
import dev.kurir.platform.web.IfMatch;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

class ProblemsTest {
    private static AnnotationConfigApplicationContext context;
    private static WebTestClient client;

    @BeforeAll
    static void start() {
        context = new AnnotationConfigApplicationContext(ProblemsTestSetup.class, Sample.class);
        client = WebTestClient.bindToApplicationContext(context).build();
    }

    @AfterAll
    static void stop() {
        context.close();
    }

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

    private static WebTestClient.ResponseSpec post(String body) {
        return client.post()
                .uri("/sample")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    enum SampleKind {
        NONE
    }

    record Endpoint(
            @NotBlank @Size(max = 5) String host,
            @Max(65535) int port) {}

    record Body(
            @NotBlank String name,
            @Valid @Nullable Endpoint smtp,
            @Nullable List<@NotBlank String> to,
            @Nullable AccountId account,
            @Nullable SampleKind kind) {}

    @RestController
    static class Sample {
        @GetMapping("/refuse")
        Mono<Void> refuse(@RequestParam Kind kind) {
            return Mono.error(new DomainException(kind, "some_code", "A sentence."));
        }

        @GetMapping("/later")
        Mono<Void> later() {
            return Mono.error(new RetryLaterException(Kind.TOO_MANY, "wait", "Wait.", Duration.ofMillis(89_500)));
        }

        @PostMapping("/sample")
        Mono<Map<String, String>> sample(@Valid @RequestBody Body body) {
            return Mono.just(Map.of("name", body.name()));
        }

        @GetMapping("/accounts/{id}")
        Mono<String> account(@PathVariable AccountId id) {
            return Mono.just(Long.toString(id.value()));
        }

        @GetMapping("/accounts")
        Mono<String> accounts(
                @RequestParam(required = false) @Nullable AccountId account,
                @RequestParam(defaultValue = "50") @Max(200) int limit) {
            return Mono.just(account + " " + limit);
        }

        @GetMapping("/version")
        Mono<String> version(@RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
            IfMatch.check(ifMatch, 3);
            return Mono.just("3");
        }

        @GetMapping("/bug")
        Mono<Void> bug() {
            return Mono.error(new IllegalStateException("secret"));
        }
    }
}
