package dev.kurir.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** The API as a browser that is logged in speaks it. */
public record Api(WebTestClient web) {
    private static final ParameterizedTypeReference<Map<String, Object>> OBJECT = new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<List<Map<String, Object>>> LIST =
            new ParameterizedTypeReference<>() {};

    public ResponseSpec get(String path) {
        return web.get().uri(path).exchange();
    }

    public ResponseSpec post(String path, Object body) {
        return web.post().uri(path).bodyValue(body).exchange();
    }

    public ResponseSpec post(String path, Object body, String idempotencyKey) {
        return web.post()
                .uri(path)
                .header("Idempotency-Key", idempotencyKey)
                .bodyValue(body)
                .exchange();
    }

    public ResponseSpec patch(String path, Object body) {
        return web.patch().uri(path).bodyValue(body).exchange();
    }

    public ResponseSpec delete(String path) {
        return web.delete().uri(path).exchange();
    }

    public List<Map<String, Object>> list(String path) {
        return Objects.requireNonNull(
                get(path).expectStatus().isOk().expectBody(LIST).returnResult().getResponseBody());
    }

    public Map<String, Object> object(String path) {
        return body(get(path).expectStatus().isOk());
    }

    public Map<String, Object> created(String path, Object body) {
        return body(post(path, body).expectStatus().isCreated());
    }

    public static Map<String, Object> body(ResponseSpec answer) {
        return Objects.requireNonNull(answer.expectBody(OBJECT).returnResult().getResponseBody());
    }

    /** A problem document of this status and code. */
    public static void assertRefused(ResponseSpec answer, int status, String code) {
        Map<String, Object> problem = body(answer.expectStatus().isEqualTo(status));
        assertThat(problem).containsEntry("code", code).containsEntry("type", "urn:kurir:problem:" + code);
    }

    /** A problem document that names this field. */
    public static void assertRefused(ResponseSpec answer, int status, String code, String pointer) {
        Map<String, Object> problem = body(answer.expectStatus().isEqualTo(status));
        assertThat(problem).containsEntry("code", code);
        assertThat(String.valueOf(problem.get("errors"))).contains("pointer=" + pointer + ",");
    }
}
