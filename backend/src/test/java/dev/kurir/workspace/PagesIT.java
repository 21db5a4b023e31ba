package dev.kurir.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.testing.KurirTest;
import dev.kurir.testing.Owner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

@KurirTest(program = "records")
class PagesIT {
    private final WebTestClient web;
    private final ApplicationContext context;

    PagesIT(WebTestClient web, ApplicationContext context) {
        this.web = web;
        this.context = context;
    }

    @Test
    void everyAnswerSaysWhatAPageMayDo() {
        web.get()
                .uri("/api/v1/setup")
                .exchange()
                .expectHeader()
                .value("Content-Security-Policy", found -> assertThat(found).contains("script-src 'self';"))
                .expectHeader()
                .value("Content-Security-Policy", found -> assertThat(found).contains("frame-ancestors 'none'"))
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader()
                .valueEquals("X-Frame-Options", "DENY")
                .expectHeader()
                .valueEquals("Referrer-Policy", "same-origin")
                .expectHeader()
                .value("Cache-Control", found -> assertThat(found).contains("no-store"));
    }

    @Test
    void theContractIsOpen() {
        web.get()
                .uri("/openapi.yaml")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(found -> assertThat(found).contains("Kurir API"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/setup?token=x", "/campaigns/abc/review", "/outbox"})
    void aBrowserThatAsksForAPathOfThePageGetsThePage(String path) {
        web.get()
                .uri(path)
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.TEXT_HTML)
                .expectHeader()
                .value("Cache-Control", found -> assertThat(found).contains("no-cache"))
                .expectBody(String.class)
                .value(found -> assertThat(found).contains("id=\"root\""));
    }

    @Test
    void filesWithAHashInTheirNameStayInTheBrowser() {
        web.get()
                .uri("/assets/page-1a2b3c4d.js")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Cache-Control", "max-age=31536000, public, immutable")
                .expectHeader()
                .doesNotExist("Set-Cookie");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/gone.js", "/favicon.gone", "/api-nothing.json"})
    void aFileThatIsNotThereIsNotAPage(String path) {
        web.get()
                .uri(path)
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void whatNobodyServesUnderTheApiIsAProblem() {
        byte[] body = Owner.of(context)
                .web()
                .get()
                .uri("/api/v1/nothing")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .returnResult()
                .getResponseBody();
        assertThat(body).isNotEmpty();
    }
}
