package dev.kurir.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.testing.KurirTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springdoc.webflux.api.OpenApiWebfluxResource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.test.context.TestPropertySource;

/** {@code openapi.yaml} and the code say the same, both ways. springdoc is the witness for the code. */
@KurirTest
@TestPropertySource(
        properties = {
            "springdoc.api-docs.enabled=true",
            "springdoc.api-docs.version=openapi_3_1",
            "springdoc.default-produces-media-type=application/json",
            "springdoc.override-with-generic-response=false"
        })
class OpenApiContractIT {

    private static final Path UNFINISHED = Path.of("src/test/resources/contract/not-yet-implemented.txt");

    private final Map<String, ApiOperation> contract =
            OpenApiDocument.contract().operations();
    private final Map<String, ApiOperation> code;

    OpenApiContractIT(OpenApiWebfluxResource witness) throws Exception {
        byte[] document = witness.openapiJson(MockServerHttpRequest.get("/").build(), "/", Locale.ROOT)
                .block(Duration.ofSeconds(30));
        this.code = OpenApiDocument.generated(Objects.requireNonNull(document)).operations();
    }

    @Test
    void theCodeHasNothingThatTheContractDoesNotName() {
        assertThat(code.keySet()).isSubsetOf(contract.keySet());
    }

    @Test
    void whatIsMissingInTheCodeIsListedAndNothingElse() throws IOException {
        Set<String> missing = new TreeSet<>(contract.keySet());
        missing.removeAll(code.keySet());

        assertThat(unfinished()).containsExactlyInAnyOrderElementsOf(missing);
    }

    @Test
    void bothDescribeEachOperationAlike() {
        List<String> different = code.keySet().stream()
                .filter(contract::containsKey)
                .filter(key -> !Objects.equals(contract.get(key), code.get(key)))
                .map(key -> "%s%n  contract %s%n  code     %s".formatted(key, contract.get(key), code.get(key)))
                .toList();

        assertThat(different).isEmpty();
    }

    /** One operation per line; the list may only become shorter. */
    private static List<String> unfinished() throws IOException {
        return Files.exists(UNFINISHED) ? Files.readAllLines(UNFINISHED) : List.of();
    }
}
