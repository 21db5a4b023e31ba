package dev.kurir.testing;

import java.util.Objects;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.reactive.function.BodyInserters;

/** Files to be sent. */
public record Uploads(Api api) {
    public ResponseSpec send(String name, String type, byte[] octets) {
        MultipartBodyBuilder body = new MultipartBodyBuilder();
        body.part("file", new ByteArrayResource(octets), MediaType.parseMediaType(type))
                .filename(name);
        return api.web()
                .post()
                .uri("/api/v1/attachments")
                .body(BodyInserters.fromMultipartData(body.build()))
                .exchange();
    }

    /** Its id. */
    public Object kept(String name, String type, byte[] octets) {
        return Objects.requireNonNull(
                Api.body(send(name, type, octets).expectStatus().isCreated()).get("id"));
    }
}
