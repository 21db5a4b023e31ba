package dev.kurir.contact.web;

import static dev.kurir.testing.Api.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kurir.platform.KurirProperties;
import dev.kurir.testing.Api;
import dev.kurir.testing.KurirTest;
import dev.kurir.testing.Owner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@KurirTest
class ImportApiIT {
    private static final String IMPORTS = "/api/v1/contacts/imports";

    private final Api api;
    private final Path data;

    ImportApiIT(ApplicationContext context) {
        this.api = new Api(Owner.of(context).web());
        this.data = context.getBean(KurirProperties.class).data();
    }

    @Test
    void takesAFileAndTellsHowItWent() {
        Map<String, Object> accepted = Api.body(upload("\uFEFFemail;name\nfirst@example.com;Ada\nnobody;N\n", "Guests")
                .expectStatus()
                .isAccepted());
        assertThat(accepted).containsEntry("fileName", "people.csv");

        Map<String, Object> done = ended(accepted);
        assertThat(done)
                .containsEntry("state", "done")
                .containsEntry("progress", 100)
                .containsEntry("lines", 2)
                .containsEntry("created", 1)
                .containsEntry("refused", 1);
        assertThat(api.list(IMPORTS + "/" + accepted.get("id") + "/refusals"))
                .containsExactly(Map.of(
                        "line", 3,
                        "code", "email_invalid",
                        "detail", "This is not an e-mail address that mail can be sent to.",
                        "content", "nobody;N"));
        assertThat(api.list(IMPORTS)).contains(done);
        assertThat(api.list("/api/v1/lists"))
                .anySatisfy(
                        list -> assertThat(list).containsEntry("name", "Guests").containsEntry("contacts", 1));
    }

    @Test
    void moreThan50MegabytesAreRefused() throws IOException {
        byte[] large = new byte[51 * 1024 * 1024];

        assertRefused(send(large, "large.csv", "x", "update"), 413, "body_too_large");
        assertThat(leftOver()).isEmpty();
    }

    @Test
    void optionsThatNobodyKnowsAreRefused() throws IOException {
        byte[] file = "email\n".getBytes(StandardCharsets.UTF_8);

        assertRefused(send(file, "a.csv", "x", "replace"), 422, "unknown_value", "/existing");
        assertRefused(send(file, "a.csv", "x".repeat(101), "skip"), 422, "too_long", "/list");
        assertRefused(api.get(IMPORTS + "/" + UUID.randomUUID()), 404, "import_not_found");
        assertThat(leftOver()).isEmpty();
    }

    @Test
    void aNameThatLooksLikeAPathStaysAName() {
        byte[] file = "email\nada@example.com\n".getBytes(StandardCharsets.UTF_8);

        Map<String, Object> accepted = Api.body(
                send(file, "../../etc/people.csv", "x", "skip").expectStatus().isAccepted());

        assertThat(accepted).containsEntry("fileName", "people.csv");
        ended(accepted);
    }

    private Map<String, Object> ended(Map<String, Object> accepted) {
        String path = IMPORTS + "/" + accepted.get("id");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !"running".equals(api.object(path).get("state")));
        return api.object(path);
    }

    private ResponseSpec upload(String text, String list) {
        return send(text.getBytes(StandardCharsets.UTF_8), "people.csv", list, "update");
    }

    private ResponseSpec send(byte[] octets, String name, String list, String existing) {
        MultipartBodyBuilder body = new MultipartBodyBuilder();
        body.part("list", list);
        body.part("existing", existing);
        body.part("file", new ByteArrayResource(octets)).filename(name);
        return api.web().post().uri(IMPORTS).bodyValue(body.build()).exchange();
    }

    private List<Path> leftOver() throws IOException {
        Path folder = data.resolve("imports");
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
