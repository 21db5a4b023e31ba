package dev.kurir.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.testing.KurirTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

@KurirTest(program = "records")
class ApiDocsIT {

    private static final Pattern FILE = Pattern.compile("(?:href|src)=\"([^\"]+)\"");

    private final WebTestClient web;

    ApiDocsIT(WebTestClient web) {
        this.web = web.mutate()
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(8 << 20))
                .build();
    }

    @Test
    void thePageAndEveryFileThatItNamesAreServed() {
        String page = text("/api-docs");

        assertThat(page).contains("swagger-ui");
        assertThat(FILE.matcher(page).results().map(found -> found.group(1)))
                .hasSize(4)
                .allSatisfy(file -> assertThat(text(file)).isNotBlank());
    }

    @Test
    void theContractIsServedAndTheGeneratedDocumentIsNot() {
        assertThat(text("/openapi.yaml")).startsWith("openapi: 3.1");
        web.get().uri("/v3/api-docs").exchange().expectStatus().isNotFound();
    }

    private String text(String path) {
        return web.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }
}
